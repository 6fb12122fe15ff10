import { total } from "./basket.ts";
import { isIn } from "./chart.ts";
import type { Configuration, Registration } from "./configuration.ts";
import type { Fact, FactOf } from "./fact.ts";
import { format } from "./money.ts";
import { saleReceipt } from "./receipt.ts";
import { refuse } from "./refusal.ts";
import { taxGroups } from "./tax.ts";
import { largestChange } from "./tender.ts";
import type { Decision, Person, Sale, Terminal, Trade } from "./terminal.ts";
import { civilTime, formatDay } from "./time.ts";

/** Taking the money: the moment a basket becomes a sale. */

/**
 * Cash handed over. Either one group of facts (tender, sale, the kick and the receipt intended)
 * that the ledger keeps whole or not at all, or a refusal that changes nothing.
 *
 * @param given in fen
 */
export function settle(t: Terminal, given: number, trade: Trade, at: number): Decision {
  const { sale, cashier, registration } = t;
  const { configuration, freshId } = trade;
  if (sale === null || cashier === null || !isIn(t.chart, "items", "tendering")) {
    return refuse("sale/not-now");
  }
  if (registration === null || configuration === null) return refuse("sale/not-ready");
  const due = total(sale);
  if (due <= 0) return refuse("sale/nothing-to-pay");
  if (given < due) return refuse("tender/not-enough", { missing: format(due - given) });
  if (given - due > largestChange) return refuse("tender/too-much", { given: format(given) });
  const shop = { registration, configuration };
  const completed = complete(sale, cashier, given, { ...shop, at, receipts: t.receipts });
  const document = saleReceipt({ ...shop, sale, completed, cashierName: cashier.name, at });
  const begun: Fact[] = isIn(t.chart, "items") ? [{ type: "tendering.begun" }] : [];
  const { saleId } = sale;
  return {
    facts: [
      ...begun,
      { type: "tender.added", tenderType: "Cash", amount: given },
      completed,
      { type: "drawer.kickIntended", kickId: freshId(), reason: "cash-sale", saleId },
      { type: "print.intended", jobId: freshId(), purpose: "sale", saleId, document },
    ],
    notice: null,
  };
}

interface Closing {
  readonly registration: Registration;
  readonly configuration: Configuration;
  readonly at: number;
  /** Receipts so far: the next one's number is one more. */
  readonly receipts: number;
}

function complete(
  sale: Sale,
  cashier: Person,
  tendered: number,
  { registration, configuration, at, receipts }: Closing,
): FactOf<"sale.completed"> {
  const due = total(sale);
  return {
    type: "sale.completed",
    saleId: sale.saleId,
    receiptNumber: receiptNumber(registration.tillNumber, receipts + 1),
    staffNo: cashier.staffNo,
    businessDay: formatDay(civilTime(at, configuration.utcOffsetMinutes)),
    total: due,
    taxes: taxGroups(sale.lines),
    tendered,
    change: tendered - due,
  };
}

/** `01-000042`: the till, and its receipts counted without gaps. */
export function receiptNumber(tillNumber: string, number: number): string {
  return `${tillNumber}-${String(number).padStart(6, "0")}`;
}
