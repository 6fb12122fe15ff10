import { money, percent } from "../format.ts";
import { shownPhase } from "../keys.ts";
import { useSpeech } from "../language.tsx";
import { selling } from "../selling-messages.ts";
import { Figure } from "./figure.tsx";
import type { SellingPart } from "./selling.tsx";

export function Totals({ sale, hands }: SellingPart) {
  const { say } = useSpeech();
  const isEmpty = shownPhase({ local: hands.local, sale }) === "idle";
  const total = isEmpty ? 0 : sale.total;
  return (
    <section class="totals" aria-label={say(selling.total)}>
      <p class="totals-head">
        <span>{say(selling.total)}</span>
        <span>{say(selling.pieces(isEmpty ? 0 : sale.pieces))}</span>
      </p>
      <Figure text={money(total)} />
      <ul class="taxes">
        {(isEmpty ? [] : sale.taxes).map(({ rate, amount }) => (
          <li key={rate}>
            <span>{say(selling.tax(percent(rate)))}</span> <span>{money(amount)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
