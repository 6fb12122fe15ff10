import { type CodeMeaning, readCode } from "./barcode.ts";
import { thousandths } from "./base/units.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueItem } from "./configuration.ts";
import type { FactOf } from "./fact.ts";
import { scale, sum } from "./money.ts";
import { extend, isWhole, pieces } from "./quantity.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Line, Sale } from "./terminal.ts";

/** What is in the basket, and what it costs. */

/** More than this in one sale is refused: it is a mistake, or a job for the back office. */
export const limits = { lines: 200, quantity: 9_999_000, total: 10_000_000_00 } as const;

/** One article in some quantity, priced, not yet on a line. */
export interface Pick {
  readonly item: CatalogueItem;
  /** Thousandths. */
  readonly quantity: number;
  /** Fen. */
  readonly amount: number;
}

export function total(sale: Sale | null): number {
  return sum((sale?.lines ?? []).map((line) => line.amount));
}

export function countPieces(sale: Sale | null): number {
  return (sale?.lines ?? []).reduce((all, line) => all + pieces(line.unit, line.quantity), 0);
}

/**
 * What a scanned or typed code adds to the basket, or why it adds nothing.
 *
 * @param quantity thousandths, where the cashier gave one
 */
export function pick(
  code: string,
  entry: "scanned" | "keyed",
  quantity: number | undefined,
  catalogue: Catalogue,
): Pick | Refusal {
  const meaning = readCode(code, entry, catalogue.inStoreCodes);
  const label = printable(code);
  if (meaning.kind === "bad-check-digit") return refuse("sale/bad-check-digit", { label }).notice;
  if (meaning.kind === "not-an-article") return refuse(unreadable(code), { label }).notice;
  const item =
    meaning.kind === "gtin" ? catalogue.byGtin(meaning.gtin) : catalogue.byPlu(meaning.plu);
  if (item === undefined) return refuse("sale/unknown-code", { label }).notice;
  return meaning.kind === "in-store"
    ? labelled(item, meaning)
    : priced(item, quantity ?? (item.unit === "EA" ? 1000 : undefined));
}

/** Digits of a wrong length are half a code; anything else is a code that is not ours. */
function unreadable(code: string): "sale/unreadable-code" | "sale/unknown-code" {
  return /^\d{1,18}$/.test(code) ? "sale/unreadable-code" : "sale/unknown-code";
}

/** What can be shown to a person, or printed, of a label that may hold anything. */
export function printable(code: string): string {
  const clean = [...code.replace(/[\p{C}\s]+/gu, " ").trim()];
  return clean.length <= 40 ? clean.join("") : `${clean.slice(0, 40).join("")}…`;
}

function labelled(
  item: CatalogueItem,
  label: Extract<CodeMeaning, { kind: "in-store" }>,
): Pick | Refusal {
  if (label.value === 0) return refuse("sale/weight-needed", { name: item.nameZh }).notice;
  if (label.meaning === "weight") return priced(item, label.value);
  if (label.value > limits.total) return refuse("sale/too-much").notice;
  // The label's price is what this piece costs: two of them, or one made two, cost twice that.
  if (item.unit === "EA") return priced({ ...item, unitPrice: label.value }, 1000);
  const quantity = Math.max(1, scale(label.value, 1000, item.unitPrice));
  return unfit(item, quantity) ?? { item, quantity, amount: label.value };
}

function priced(item: CatalogueItem, quantity: number | undefined): Pick | Refusal {
  if (quantity === undefined) return refuse("sale/weight-needed", { name: item.nameZh }).notice;
  const trouble = unfit(item, quantity);
  return trouble ?? { item, quantity, amount: extend(item.unitPrice, thousandths(quantity)) };
}

/** Why an article cannot be sold in this quantity; null when it can. */
export function unfit(
  item: { readonly unit: "EA" | "KGM"; readonly nameZh: string },
  quantity: number,
): Refusal | null {
  if (item.unit === "EA" && !isWhole(quantity)) {
    return refuse("sale/pieces-only", { name: item.nameZh }).notice;
  }
  return quantity > limits.quantity ? refuse("sale/too-much").notice : null;
}

/** The same article scanned twice in a row is one line with one more piece. */
export function lineToJoin(sale: Sale, added: Pick): Line | null {
  const last = sale.lines.at(-1);
  const { item } = added;
  return last?.plu === item.plu && item.unit === "EA" && last.unitPrice === item.unitPrice
    ? last
    : null;
}

export function newLine(
  lineNo: number,
  code: string,
  entryMethod: "Scanned" | "Keyed",
  { item, quantity, amount }: Pick,
): FactOf<"line.added"> {
  const { plu, nameZh, nameEn, unit, unitPrice, taxRate } = item;
  return {
    ...{ type: "line.added", lineNo, plu, code, nameZh, nameEn, unit, unitPrice, taxRate },
    ...{ quantity, amount, entryMethod },
  };
}
