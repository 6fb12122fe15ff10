import { unreachable } from "#state/base/assert.ts";
import type { Text } from "#state/base/text.ts";
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
  /** What to do about the printer, which the drawer hangs on too; null when all is well. */
  readonly printerTrouble: Text | null;
}

/** From the sealed box to the first sale, one screen a step. */
export function Activation(props: ActivationProps) {
  const { life } = props;
  return (
    <main class="activation">
      {life.stage === "starting" ? null : <Progress stage={life.stage} />}
      <div class="panel" key={life.stage}>
        <ActivationStep {...props} />
      </div>
    </main>
  );
}

function ActivationStep({ life, isReachable, printerTrouble }: ActivationProps) {
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
      return <TestTransaction life={life} printerTrouble={printerTrouble} />;
    default:
      return unreachable(life);
  }
}
