import { unreachable } from "#state/base/assert.ts";
import type { LifeView } from "../../view.ts";
import { activation } from "../messages.ts";
import { ApprovalScreen } from "./approval.tsx";
import { EnterpriseChoice, OpenPos, RoleChoice } from "./choices.tsx";
import { Progress } from "./progress.tsx";
import { SignIn } from "./sign-in.tsx";
import { TestTransaction } from "./test-transaction.tsx";
import { Waiting } from "./waiting.tsx";

export type ActivationLife = Exclude<LifeView, { stage: "signed-in" | "signed-off" }>;

interface ActivationProps {
  readonly life: ActivationLife;
  readonly isReachable: boolean;
}

/** From the sealed box to the first sale, one screen a step. */
export function Activation({ life, isReachable }: ActivationProps) {
  return (
    <main class="activation">
      {life.stage === "starting" ? null : <Progress stage={life.stage} />}
      <div class="panel" key={life.stage}>
        <ActivationStep life={life} isReachable={isReachable} />
      </div>
    </main>
  );
}

function ActivationStep({ life, isReachable }: ActivationProps) {
  switch (life.stage) {
    case "starting":
      return <Waiting title={activation.starting} detail={activation.startingDetail} />;
    case "not-activated":
      return (
        <Waiting
          title={activation.notActivated}
          detail={isReachable ? activation.notActivatedDetail : activation.noNetwork}
        />
      );
    case "awaiting-approval":
      return <ApprovalScreen life={life} />;
    case "configuring":
      return (
        <Waiting
          title={activation.configuring}
          detail={isReachable ? activation.configuringDetail : activation.noNetwork}
        />
      );
    case "signing-in":
      return <SignIn />;
    case "choosing-enterprise":
      return <EnterpriseChoice life={life} />;
    case "choosing-role":
      return <RoleChoice life={life} />;
    case "opening-pos":
      return <OpenPos life={life} />;
    case "test-transaction":
      return <TestTransaction life={life} />;
    default:
      return unreachable(life);
  }
}
