import { useLayoutEffect, useRef } from "preact/hooks";
import type { DeviceView, SaleView } from "../../view.ts";
import { Button } from "../button.tsx";
import { type Dialog, selectedLine, shownPhase } from "../keys.ts";
import { useSpeech } from "../language.tsx";
import { NoticeCard } from "../notice.tsx";
import { NumberPad } from "../number-pad.tsx";
import { selling } from "../selling-messages.ts";
import { Basket } from "./basket.tsx";
import { Completed } from "./completed.tsx";
import { CancelDialog, QuantityDialog } from "./dialogs.tsx";
import { TenderKeys, TenderSums } from "./tender.tsx";
import { Totals } from "./totals.tsx";
import { type Hands, useHands } from "./use-hands.ts";

export interface SellingPart {
  readonly sale: SaleView;
  readonly hands: Hands;
}

interface SellingProps {
  readonly sale: SaleView;
  readonly drawer: DeviceView;
}

/** The screen of the day: what is bought on the left, what it costs and the keys on the right. */
export function Selling({ sale, drawer }: SellingProps) {
  const hands = useHands(sale);
  const { local } = hands;
  const phase = shownPhase({ local, sale });
  const part = { sale, hands };
  return (
    <main class="selling" data-phase={phase}>
      {phase === "tendering" ? (
        <>
          <section class="selling-left">
            <NoticeCard />
            <TenderSums {...part} />
          </section>
          <section class="selling-right">
            <TenderKeys {...part} />
          </section>
        </>
      ) : (
        <>
          <section class="selling-left">
            <CodeField typed={local.dialog === null ? local.typed : ""} phase={phase} />
            <NoticeCard />
            {phase === "completed" ? (
              <Completed {...part} isDrawerOpen={drawer.open === true} />
            ) : (
              <Basket {...part} />
            )}
            <LineActions {...part} />
          </section>
          <section class="selling-right">
            <Totals {...part} />
            <CodeKeys {...part} />
          </section>
        </>
      )}
      <Question dialog={local.dialog} {...part} />
    </main>
  );
}

/** Read-only, so that no input method of the machine can swallow digits; keys come from afar. */
function CodeField({ typed, phase }: { readonly typed: string; readonly phase: string }) {
  const { say } = useSpeech();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (phase !== "tendering") field.current?.focus();
  }, [phase]);
  return (
    <label class="code-field">
      <span class="unseen">{say(selling.codeField)}</span>
      <input ref={field} value={typed} placeholder={say(selling.codeHint)} readOnly />
    </label>
  );
}

function LineActions({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  const isOff = selectedLine({ local: hands.local, sale }) === null;
  const press = (key: string) => () => hands.press(key);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a frame of its own
    <div class="line-actions" role="group" aria-label={say(selling.lineActions)}>
      <Button hint="*" isOff={isOff} onPress={press("*")}>
        {say(selling.quantity)}
      </Button>
      <Button hint="Delete" isOff={isOff} onPress={press("Delete")}>
        {say(selling.remove)}
      </Button>
      <Button hint="F4" kind="danger" isOff={isOff} onPress={press("F4")}>
        {say(selling.cancelSale)}
      </Button>
      <Button hint="F8" isOff={!sale.canReprint} onPress={press("F8")}>
        {say(selling.reprint)}
      </Button>
    </div>
  );
}

function CodeKeys({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  return (
    <>
      <NumberPad onKey={hands.press} corner="Enter" cornerLabel={say(selling.enterCode)} />
      <Button
        kind="primary"
        hint="F2"
        isOff={selectedLine({ local: hands.local, sale }) === null}
        onPress={() => hands.press("F2")}
      >
        {say(selling.pay)}
      </Button>
    </>
  );
}

function Question({ dialog, sale, hands }: SellingPart & { readonly dialog: Dialog | null }) {
  if (dialog === null) return null;
  if (dialog.kind === "cancelSale") return <CancelDialog sale={sale} hands={hands} />;
  return <QuantityDialog dialog={dialog} sale={sale} hands={hands} />;
}
