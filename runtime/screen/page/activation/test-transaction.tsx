import type { Text } from "#state/base/text.ts";
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

interface TestTransactionProps {
  readonly life: TestLife;
  readonly printerTrouble: Text | null;
}

/** Proves the whole chain before the first customer: scan, print, drawer, sync. */
export function TestTransaction({ life, printerTrouble }: TestTransactionProps) {
  const { say } = useSpeech();
  const { step } = life;
  const current = step === "passed" ? steps.length : steps.indexOf(step);
  const needsPrinter = step === "print" || step === "drawer";
  return (
    <>
      <NoticeCard />
      <h1>{say(test.title)}</h1>
      <p class="lead">{say(test.detail)}</p>
      <ol class="test-steps">
        {steps.map((each, index) => (
          <li key={each} class={standing(index, current)}>
            <Icon name={icons[each]} />
            <span class="test-name">{say(test.steps[each])}</span>
            <span class="test-standing">
              {index < current ? <Icon name="check" /> : null}
              {say(test[standing(index, current)])}
            </span>
          </li>
        ))}
      </ol>
      <div class={step === "passed" ? "test-now passed" : "test-now"} role="status">
        <p>{say(test.now[step])}</p>
        {needsPrinter && printerTrouble !== null ? (
          <p class="test-trouble">{say(printerTrouble)}</p>
        ) : null}
        {life.scanned === null ? null : <p class="quiet">{say(test.scanned(life.scanned))}</p>}
      </div>
      {step === "drawer" ? <RetryDrawer /> : null}
      {step === "passed" ? <GoLive /> : null}
    </>
  );
}

function RetryDrawer() {
  const { say } = useSpeech();
  const { send } = useAsking();
  return (
    <div class="panel-foot">
      <p>{say(test.checkCable)}</p>
      <Button onPress={() => send({ type: "retryTest" })}>{say(test.retry)}</Button>
    </div>
  );
}

function GoLive() {
  const { say } = useSpeech();
  const { send } = useAsking();
  return (
    <div class="panel-foot go-live">
      <Button kind="primary" onPress={() => send({ type: "goLive" })}>
        {say(test.goLive)}
      </Button>
    </div>
  );
}
