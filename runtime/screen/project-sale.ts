import { countPieces, total } from "#state/basket.ts";
import { lifePath } from "#state/chart.ts";
import { taxGroups } from "#state/tax.ts";
import { quickCash } from "#state/tender.ts";
import type { Line, Terminal } from "#state/terminal.ts";
import type { LineView, SaleView } from "./view.ts";

/** The sale of a terminal in which a cashier is signed on. Pure. */
export function saleView(t: Terminal): SaleView {
  const phase = lifePath(t.chart).at(-1) as SaleView["phase"];
  const completed = t.sale?.completed ?? null;
  const lines = t.sale?.lines ?? [];
  const due = total(t.sale);
  return {
    phase,
    lines: lines.map(lineView),
    pieces: countPieces(t.sale),
    total: due,
    taxes: taxGroups(lines).map(({ rate, tax }) => ({ rate, amount: tax })),
    quickCash: phase === "tendering" ? quickCash(due) : [],
    receiptNumber: completed?.receiptNumber ?? null,
    tendered: completed?.tendered ?? 0,
    change: completed?.change ?? 0,
    canReprint: t.lastReceipt !== null,
  };
}

function lineView(line: Line): LineView {
  const { lineNo, nameZh, nameEn, code, quantity, unit, unitPrice, amount } = line;
  return { lineNo, name: { zh: nameZh, en: nameEn }, code, quantity, unit, unitPrice, amount };
}
