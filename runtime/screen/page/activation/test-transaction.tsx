import type { LifeView } from "../../view.ts";
import { useAsking } from "../asking.ts";
import { Button } from "../button.tsx";
import { Icon, type IconName } from "../icons.tsx";
import { useSpeech } from "../language.tsx";
import { test } from "../messages.ts";
import { NoticeCard } from "../notice.tsx";

type TestLife = Extract<LifeView, { stage: "test-transaction" }>;

const steps = ["scan", "print", "drawer", "sync"] as const;
const icons: { readonly [step in (typeof steps)[number]]: IconName } = {
  scan: "scanner",
  print: "printer",
  drawer: "drawer",
  sync: "upload",
};

function standing(index: number, current: number): "done" | "current" | "next" {
  if (index < current) return "done";
  return index === current ? "current" : "next";
}

/** Proves the whole chain before the first customer: scan, print, drawer, sync. */
export function TestTransaction({ life }: { readonly life: TestLife }) {
  const { say } = useSpeech();
  const { send } = useAsking();
  const isPassed = life.step === "passed";
  const current = life.step === "passed" ? steps.length : steps.indexOf(life.step);
  return (
    <>
      <NoticeCard />
      <h1>{say(test.title)}</h1>
      <p class="lead">{say(test.detail)}</p>
      <ol class="test-steps">
        {steps.map((step, index) => (
          <li key={step} class={standing(index, current)}>
            <Icon name={icons[step]} />
            <span class="test-name">{say(test.steps[step])}</span>
            <span class="test-standing">
              {index < current ? <Icon name="check" /> : null}
              {say(test[standing(index, current)])}
            </span>
          </li>
        ))}
      </ol>
      <div class={isPassed ? "test-now passed" : "test-now"} role="status">
        <p>{say(test.now[life.step])}</p>
        {life.scanned === null ? null : <p class="quiet">{say(test.scanned(life.scanned))}</p>}
      </div>
      {isPassed ? (
        <div class="panel-foot go-live">
          <Button kind="primary" onPress={() => send({ type: "goLive" })}>
            {say(test.goLive)}
          </Button>
        </div>
      ) : null}
    </>
  );
}
