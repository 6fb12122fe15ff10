import type { Code } from "./barcode.ts";
import { thousandths } from "./base/units.ts";
import { limits, lineToJoin, newLine, type Pick, pick, total, unfit } from "./basket.ts";
import { isIn } from "./chart.ts";
import type { Entry, Fact } from "./fact.ts";
import type { Intent } from "./intent.ts";
import { intendReprint } from "./printing.ts";
import { extend } from "./quantity.ts";
import { refuse } from "./refusal.ts";
import { settle } from "./settle.ts";
import { type Decision, happened, type Sale, type Terminal, type Trade } from "./terminal.ts";
import { civilTime, formatDay } from "./time.ts";
import { beginWeighing, isWeighed } from "./weighing.ts";

/** One retail transaction, from the first beep to the change. */

export function evolveSale(t: Terminal, { at, fact }: Entry): Terminal {
  if (fact.type === "sale.begun") {
    const { saleId, catalogueVersion } = fact;
    return { ...t, sale: { saleId, catalogueVersion, lines: [], nextLineNo: 1, completed: null } };
  }
  if (t.sale === null) return t;
  switch (fact.type) {
    case "line.added": {
      const { type: _, ...line } = fact;
      const lines = [...t.sale.lines, line];
      return { ...t, sale: { ...t.sale, lines, nextLineNo: fact.lineNo + 1 } };
    }
    case "line.quantityChanged": {
      const { lineNo, quantity, amount } = fact;
      const lines = t.sale.lines.map((line) =>
        line.lineNo === lineNo ? { ...line, quantity, amount } : line,
      );
      return { ...t, sale: { ...t.sale, lines } };
    }
    case "line.voided": {
      const lines = t.sale.lines.filter((line) => line.lineNo !== fact.lineNo);
      return { ...t, sale: { ...t.sale, lines } };
    }
    case "sale.cancelled":
      return { ...t, sale: null };
    case "sale.completed": {
      const { type: _, ...completed } = fact;
      return {
        ...t,
        sale: { ...t.sale, completed: { ...completed, at } },
        receipts: t.receipts + 1,
        perpetualSales: t.perpetualSales + fact.total,
      };
    }
    default:
      return t;
  }
}

/** A code from the scanner or the keyboard: always the next article, whatever was on screen. */
export function decideCode(
  t: Terminal,
  code: Code & { readonly quantity?: number | undefined },
  { catalogue, configuration, freshId, hasScale }: Trade,
  at: number,
): Decision {
  if (isIn(t.chart, "signedOff")) return refuse("cashier/sign-on-first");
  if (!isIn(t.chart, "signedIn")) return refuse("sale/not-now");
  if (catalogue === null) return refuse("sale/not-ready");
  const day = formatDay(civilTime(at, configuration?.utcOffsetMinutes ?? 0));
  const picked = pick(code, code.quantity, catalogue, day);
  if ("code" in picked) {
    const isWithoutWeight = hasScale && picked.code === "sale/weight-needed";
    // With any weight it could be sold: then its weight is all that it lacks.
    const isWeighable = isWithoutWeight && !("code" in pick(code, 1000, catalogue, day));
    return isWeighable && code.quantity === undefined && isWeighed(t, code.entry)
      ? beginWeighing(code, picked.params.name ?? "", freshId())
      : { facts: [], notice: picked };
  }
  const facts: Fact[] = [];
  if (isIn(t.chart, "tendering")) facts.push({ type: "tendering.left" });
  const open = openSale(t);
  const sale = open ?? newSale(freshId(), catalogue.version);
  if (open === null) {
    const { saleId, catalogueVersion } = sale;
    facts.push({ type: "sale.begun", saleId, currency: "CNY", catalogueVersion });
  }
  const line = lineFact(sale, picked, code);
  return line === null ? refuse("sale/too-much") : happened(...facts, line);
}

/** The sale that a further article joins; null when it starts the next one. */
function openSale(t: Terminal): Sale | null {
  return isIn(t.chart, "items", "tendering") ? t.sale : null;
}

function newSale(saleId: string, catalogueVersion: number): Sale {
  return { saleId, catalogueVersion, lines: [], nextLineNo: 1, completed: null };
}

function lineFact(sale: Sale, picked: Pick, code: Code): Fact | null {
  if (total(sale) + picked.amount > limits.total) return null;
  const same = lineToJoin(sale, picked);
  if (same !== null) {
    const quantity = same.quantity + picked.quantity;
    return quantity > limits.quantity ? null : quantityFact(same.lineNo, quantity, same.unitPrice);
  }
  if (sale.lines.length >= limits.lines) return null;
  const method = code.entry === "scanned" ? "Scanned" : "Keyed";
  return newLine(sale.nextLineNo, code.text, method, picked);
}

function quantityFact(lineNo: number, quantity: number, unitPrice: number): Fact {
  const amount = extend(unitPrice, thousandths(quantity));
  return { type: "line.quantityChanged", lineNo, quantity, amount };
}

export function decideSale(t: Terminal, intent: Intent, trade: Trade, at: number): Decision {
  switch (intent.type) {
    case "setQuantity":
      return setQuantity(t, intent.lineNo, intent.quantity);
    case "removeLine":
      if (!isIn(t.chart, "items")) return refuse("sale/not-now");
      return t.sale?.lines.some((line) => line.lineNo === intent.lineNo)
        ? happened({ type: "line.voided", lineNo: intent.lineNo })
        : refuse("sale/no-such-line");
    case "cancelSale":
      return isIn(t.chart, "items", "tendering")
        ? happened({ type: "sale.cancelled" })
        : refuse("sale/not-now");
    case "beginTendering":
      if (!isIn(t.chart, "items")) return refuse("sale/nothing-to-pay");
      return total(t.sale) > 0
        ? happened({ type: "tendering.begun" })
        : refuse("sale/nothing-to-pay");
    case "resumeItems":
      return isIn(t.chart, "tendering")
        ? happened({ type: "tendering.left" })
        : refuse("sale/not-now");
    case "tenderCash":
      return settle(t, intent.amount, trade, at);
    case "reprintReceipt":
      return t.lastReceipt === null || !isIn(t.chart, "signedIn")
        ? refuse("print/nothing-to-reprint")
        : happened(intendReprint(t.lastReceipt, trade.freshId()));
    default:
      return refuse("sale/not-now");
  }
}

function setQuantity(t: Terminal, lineNo: number, quantity: number): Decision {
  if (!isIn(t.chart, "items")) return refuse("sale/not-now");
  const line = t.sale?.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return refuse("sale/no-such-line");
  const trouble = unfit(line, quantity);
  if (trouble !== null) return { facts: [], notice: trouble };
  const amount = extend(line.unitPrice, thousandths(quantity));
  return total(t.sale) - line.amount + amount > limits.total
    ? refuse("sale/too-much")
    : happened(quantityFact(lineNo, quantity, line.unitPrice));
}
