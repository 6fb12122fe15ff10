import { useLayoutEffect, useRef } from "preact/hooks";
import { useAsking } from "../asking.ts";
import { Button } from "../button.tsx";
import { money, parseYuan, shortMoney } from "../format.ts";
import { amountDue } from "../keys.ts";
import { useSpeech } from "../language.tsx";
import { NumberPad } from "../number-pad.tsx";
import { tender } from "../selling-messages.ts";
import { Figure } from "./figure.tsx";
import type { SellingPart } from "./selling.tsx";

/** What is owed, what was handed over, and what goes back, before anything is recorded. */
export function TenderSums({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  const { send } = useAsking();
  const due = amountDue(sale);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <>
      <section class="due-card" aria-label={say(tender.title)}>
        <p class="due-head">{say(tender.due)}</p>
        <Figure kind="due" text={money(due)} />
      </section>
      <label class="received">
        <span>{say(tender.received)}</span>
        <input
          ref={field}
          value={hands.local.dialog === null ? hands.local.typed : ""}
          placeholder={say(tender.nothingYet)}
          readOnly
        />
        <Preview typed={hands.local.typed} due={due} />
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own */}
      <div class="quick-cash" role="group" aria-label={say(tender.quick)}>
        {sale.quickCash.map((amount) => (
          <Button key={amount} onPress={() => send({ type: "tenderCash", amount })}>
            {amount === due ? say(tender.exact(money(amount))) : shortMoney(amount)}
          </Button>
        ))}
      </div>
    </>
  );
}

function Preview({ typed, due }: { readonly typed: string; readonly due: number }) {
  const { say } = useSpeech();
  const amount = parseYuan(typed);
  const words =
    amount === null
      ? tender.notAnAmount
      : amount < due
        ? tender.short(money(due - amount))
        : tender.changeWillBe(money(amount - due));
  const isEnough = amount !== null && amount >= due;
  return (
    <output class={isEnough ? "preview" : "preview short"}>{typed === "" ? "" : say(words)}</output>
  );
}

export function TenderKeys({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  const { typed } = hands.local;
  const amount = typed === "" ? amountDue(sale) : parseYuan(typed);
  const words = typed === "" ? tender.takeExact : tender.take;
  return (
    <>
      <NumberPad onKey={hands.press} corner="." />
      <Button hint="Esc" onPress={() => hands.press("Escape")}>
        {say(tender.back)}
      </Button>
      <Button
        kind="primary"
        hint="Enter"
        isOff={amount === null}
        onPress={() => hands.press("Enter")}
      >
        {say(amount === null ? tender.notAnAmount : words(money(amount)))}
      </Button>
    </>
  );
}
