import type { CounterClient } from "#runtime/cli/counter-client.ts";
import type { CounterView, SaleView } from "#runtime/screen/view.ts";

/** The sale on the screen; none on other screens. */
export function saleOf({ life }: CounterView): SaleView | null {
  return life.stage === "signed-in" ? life.sale : null;
}

/** `name×quantity` of each line, quantities in thousandths. */
export function linesOf(view: CounterView): string[] {
  return (saleOf(view)?.lines ?? []).map((line) => `${line.name.zh}×${line.quantity}`);
}

export const untilSale = (counter: CounterClient, isIt: (sale: SaleView) => boolean) =>
  counter.until((view) => {
    const sale = saleOf(view);
    return sale !== null && isIt(sale);
  });

export const untilNotice = (counter: CounterClient, code: string) =>
  counter.until((view) => view.notice?.code === code);
