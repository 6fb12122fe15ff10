import { Button } from "../button.tsx";
import { money } from "../format.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.tsx";
import { completed } from "../selling-messages.ts";
import { Figure } from "./figure.tsx";
import type { SellingPart } from "./selling.tsx";

interface CompletedProps extends SellingPart {
  /** False also where nobody can say: then nothing is asked for. */
  readonly isDrawerOpen: boolean;
}

/** What to hand back, in the largest figures of all; the next scan takes its place. */
export function Completed({ sale, hands, isDrawerOpen }: CompletedProps) {
  const { say } = useSpeech();
  return (
    <section class="completed">
      <p class="recorded">
        <Icon name="check" />
        <span>{say(completed.recorded)}</span>
        {sale.receiptNumber === null ? null : (
          <span class="receipt-number">{say(completed.receipt(sale.receiptNumber))}</span>
        )}
      </p>
      <div class="change" role="status">
        <p class="change-head">{say(sale.change === 0 ? completed.noChange : completed.change)}</p>
        <Figure kind="change" text={money(sale.change)} />
      </div>
      <p class="sums">
        <span>{say(completed.total(money(sale.total)))}</span>
        <span>{say(completed.received(money(sale.tendered)))}</span>
      </p>
      <div class="next-customer">
        {isDrawerOpen ? (
          <p class="close-drawer" role="status">
            <Icon name="drawer" />
            {say(completed.closeDrawer)}
          </p>
        ) : (
          <p>{say(completed.nextCustomer)}</p>
        )}
        <Button hint="Enter" onPress={() => hands.press("Enter")}>
          {say(completed.next)}
        </Button>
      </div>
    </section>
  );
}
