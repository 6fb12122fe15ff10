import type { LifeView } from "../../view.ts";
import { useAsking } from "../asking.ts";
import { Button } from "../button.tsx";
import { countdown } from "../format.ts";
import { useSpeech } from "../language.tsx";
import { activation } from "../messages.ts";
import { NoticeCard } from "../notice.tsx";
import { useNow } from "../ticking.ts";
import { QrCode } from "./qr-code.tsx";

type AwaitingApproval = Extract<LifeView, { stage: "awaiting-approval" }>;

/** The code in letters that read across the shop, and what the administrator does with it. */
export function ApprovalScreen({ life }: { readonly life: AwaitingApproval }) {
  const { say } = useSpeech();
  const { send } = useAsking();
  const left = life.expiresAt - useNow();
  const isOver = left <= 0;
  const [address, enterCode, compare] = activation.approveSteps;
  return (
    <>
      <NoticeCard />
      <h1>{say(activation.approve)}</h1>
      <div class="approval">
        <QrCode rows={life.qr} label={say(activation.qr)} isFaded={isOver} />
        <ol class="approval-steps">
          <li>
            <p>{address === undefined ? null : say(address)}</p>
            <p class="address">{life.verificationUri}</p>
          </li>
          <li>
            <p>{enterCode === undefined ? null : say(enterCode)}</p>
            <p class={isOver ? "user-code over" : "user-code"}>
              <span class="unseen">{say(activation.code)}: </span>
              {life.userCode}
            </p>
          </li>
          <li>
            <p>{compare === undefined ? null : say(compare)}</p>
            <p class="fingerprint">
              {say(activation.fingerprint)} <code>{life.fingerprint}</code>
            </p>
          </li>
        </ol>
      </div>
      <div class="panel-foot">
        <p class={isOver ? "expiry over" : "expiry"}>
          {isOver ? (
            say(activation.expired)
          ) : (
            <>
              {say(activation.expiresIn)} <b>{countdown(left)}</b>
            </>
          )}
          {isOver ? null : <span class="quiet">{say(activation.awaitingApproval)}</span>}
        </p>
        <Button kind={isOver ? "primary" : "plain"} onPress={() => send({ type: "renewCode" })}>
          {say(activation.renew)}
        </Button>
      </div>
    </>
  );
}
