import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.tsx";
import { activation } from "../messages.ts";
import type { ActivationLife } from "./activation.tsx";

type StepName = keyof typeof activation.steps;
const steps = Object.keys(activation.steps) as StepName[];

const stepOf: { readonly [stage in Exclude<ActivationLife["stage"], "starting">]: StepName } = {
  "not-activated": "approve",
  "awaiting-approval": "approve",
  configuring: "configure",
  "signing-in": "signIn",
  "choosing-enterprise": "enterprise",
  "choosing-role": "role",
  "opening-pos": "open",
  "test-transaction": "test",
};

/** Which of the steps from sealed box to first sale this is. */
export function Progress({ stage }: { readonly stage: keyof typeof stepOf }) {
  const { say } = useSpeech();
  const current = steps.indexOf(stepOf[stage]);
  return (
    <nav class="progress" aria-label={say(activation.progress)}>
      <p class="progress-count">{say(activation.stepOf(current + 1, steps.length))}</p>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step}
            class={index < current ? "done" : index === current ? "current" : "ahead"}
            aria-current={index === current ? "step" : undefined}
          >
            <span class="progress-dot">
              {index < current ? <Icon name="check" /> : <span>{index + 1}</span>}
            </span>
            <span class="progress-name">{say(activation.steps[step])}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
