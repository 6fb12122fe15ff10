import { expect } from "vitest";
import type { Entry, Fact, FactOf, FactType } from "#state/fact.ts";
import { fact as factSchema } from "#state/fact.ts";

/**
 * Observers of a till's facts, each with its own arithmetic. They read the facts alone and know
 * nothing of how the till came to them; a broken law is an assertion that fails.
 */

const saleFacts: ReadonlySet<FactType> = new Set([
  ...(["sale.begun", "line.added", "line.quantityChanged", "line.voided"] as const),
  ...(["sale.cancelled", "tendering.begun", "tendering.left", "tender.added"] as const),
  ...(["sale.completed", "cashier.signedOn", "cashier.signedOff"] as const),
]);

/** A reader of any version gets out of the ledger what was put in. */
export function everyFactIsWellFormed(entries: readonly Entry[]): void {
  for (const { fact } of entries) {
    expect(factSchema.parse(fact)).toEqual(fact);
    expect(factSchema.parse(JSON.parse(JSON.stringify(fact)))).toEqual(fact);
  }
}

export function nothingIsSoldBeforeGoingLive(entries: readonly Entry[]): void {
  const live = entries.findIndex(({ fact }) => fact.type === "terminal.wentLive");
  const before = live === -1 ? entries : entries.slice(0, live);

  expect(before.filter(({ fact }) => saleFacts.has(fact.type))).toEqual([]);
}

/** @returns the perpetual total, in fen, by this checker's own count */
export function moneyAddsUp(entries: readonly Entry[]): { receipts: number; total: number } {
  let lines = new Map<number, number>();
  let tendered = 0;
  const sold = { receipts: 0, total: 0 };
  for (const { fact } of entries) {
    if (fact.type === "sale.begun") {
      lines = new Map();
      tendered = 0;
    } else if (fact.type === "line.added") {
      expect(lines.has(fact.lineNo)).toBe(false);
      lines.set(fact.lineNo, fact.amount);
    } else if (fact.type === "line.quantityChanged") {
      expect(lines.has(fact.lineNo)).toBe(true);
      lines.set(fact.lineNo, fact.amount);
    } else if (fact.type === "line.voided") {
      expect(lines.delete(fact.lineNo)).toBe(true);
    } else if (fact.type === "tender.added") {
      tendered += fact.amount;
    } else if (fact.type === "sale.completed") {
      const due = [...lines.values()].reduce((all, amount) => all + amount, 0);
      sold.receipts += 1;
      sold.total += due;
      saleIsRight(fact, { due, tendered, receipts: sold.receipts });
    }
  }
  return sold;
}

/** Goods sold by the piece cost their price each, however they came to be on one line. */
export function eachPieceCostsItsPrice(entries: readonly Entry[]): void {
  let pieces = new Map<number, number>();
  for (const { fact } of entries) {
    if (fact.type === "sale.begun") pieces = new Map();
    if (fact.type === "line.added" && fact.unit === "EA") pieces.set(fact.lineNo, fact.unitPrice);
    if (fact.type !== "line.added" && fact.type !== "line.quantityChanged") continue;
    const price = pieces.get(fact.lineNo);
    if (price !== undefined) expect(fact.amount * 1000).toBe(price * fact.quantity);
  }
}

function saleIsRight(
  sale: FactOf<"sale.completed">,
  own: { readonly due: number; readonly tendered: number; readonly receipts: number },
): void {
  expect(sale.total).toBe(own.due);
  expect(sale.total).toBeGreaterThan(0);
  expect(sale.tendered).toBe(own.tendered);
  expect(sale.change).toBe(own.tendered - own.due);
  expect(sale.change).toBeGreaterThanOrEqual(0);
  expect(sale.taxes.reduce((all, { gross }) => all + gross, 0)).toBe(own.due);
  for (const { gross, tax } of sale.taxes) expect(tax).toBeLessThanOrEqual(gross);
  expect(sale.receiptNumber).toBe(`01-${String(own.receipts).padStart(6, "0")}`);
}

const ofType = <Type extends FactType>(entries: readonly Entry[], type: Type) =>
  entries.map(({ fact }) => fact).filter((fact: Fact): fact is FactOf<Type> => fact.type === type);

export function eachSaleOpensTheDrawerAndPrintsOnce(entries: readonly Entry[]): void {
  const kicks = ofType(entries, "drawer.kickIntended").filter((kick) => kick.saleId !== null);
  const receipts = ofType(entries, "print.intended").filter(({ purpose }) => purpose === "sale");
  const sales = ofType(entries, "sale.completed").map(({ saleId }) => saleId);

  expect(new Set(sales).size).toBe(sales.length);
  expect(kicks.map(({ saleId }) => saleId)).toEqual(sales);
  expect(receipts.map(({ saleId }) => saleId)).toEqual(sales);
}

/** Nothing is printed as an original that may be on paper already; no drawer is kicked twice. */
export function workEndsOnce(entries: readonly Entry[]): void {
  const started = new Set<string>();
  const open = new Set<string>();
  const seen = new Set<string>();
  for (const { fact } of entries) {
    if (fact.type === "print.intended" || fact.type === "drawer.kickIntended") {
      const id = fact.type === "print.intended" ? fact.jobId : fact.kickId;
      expect(seen.has(id)).toBe(false);
      seen.add(id);
      open.add(id);
    } else if (fact.type === "print.started") {
      expect(open.has(fact.jobId)).toBe(true);
      started.add(fact.jobId);
      expect(started.size).toBe(1);
    } else if (fact.type === "print.held") {
      expect(started.delete(fact.jobId)).toBe(true);
    } else if (fact.type === "print.finished" || fact.type === "print.interrupted") {
      expect(started.delete(fact.jobId)).toBe(true);
      expect(open.delete(fact.jobId)).toBe(true);
    } else if (fact.type === "drawer.kicked" || fact.type === "drawer.kickAbandoned") {
      expect(open.delete(fact.kickId)).toBe(true);
    }
  }
}

/** Sales whose receipt has not come out, as original or copy. */
export function salesWithoutPaper(entries: readonly Entry[]): string[] {
  const finished = new Set(ofType(entries, "print.finished").map(({ jobId }) => jobId));
  const onPaper = new Set(
    ofType(entries, "print.intended")
      .filter(({ jobId }) => finished.has(jobId))
      .map(({ saleId }) => saleId),
  );
  return ofType(entries, "sale.completed")
    .map(({ saleId }) => saleId)
    .filter((saleId) => !onPaper.has(saleId));
}
