import { type Code, type CodeMeaning, readCode } from "./barcode.ts";
import { thousandths } from "./base/units.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueItem } from "./configuration.ts";
import type { FactOf } from "./fact.ts";
import { expiryDate, type LabelDetails } from "./gs1.ts";
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
  /** What the maker's label says of this piece. */
  readonly details?: LabelDetails;
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
 * @param day the business day, `YYYY-MM-DD`: goods that expired before it are refused
 */
export function pick(
  code: Code,
  quantity: number | undefined,
  catalogue: Catalogue,
  day: string,
): Pick | Refusal {
  const meaning = readCode(code, catalogue.inStoreCodes);
  const label = printable(code.text);
  if (meaning.kind === "bad-check-digit") return refuse("sale/bad-check-digit", { label }).notice;
  if (meaning.kind === "not-an-article") return refuse(unreadable(code.text), { label }).notice;
  const item = "gtin" in meaning ? catalogue.byGtin(meaning.gtin) : catalogue.byPlu(meaning.plu);
  if (item === undefined) return refuse("sale/unknown-code", { label }).notice;
  if (meaning.kind === "gs1") return detailed(item, meaning.details, quantity, day);
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

/** Weight and price of the label count; a batch and a serial number go on the line. */
function detailed(
  item: CatalogueItem,
  details: LabelDetails,
  quantity: number | undefined,
  day: string,
): Pick | Refusal {
  const { weight, price, expiry } = details;
  if (expiry !== undefined && expiryDate(expiry, day) < day) {
    const date = expiryDate(expiry, day);
    return refuse("sale/expired", { name: item.nameZh, date }).notice;
  }
  const byPiece = item.unit === "EA";
  const label = { kind: "in-store", plu: item.plu } as const;
  let picked: Pick | Refusal;
  if (!byPiece && weight !== undefined) {
    picked = labelled(item, { ...label, meaning: "weight", value: weight });
  } else if (price !== undefined) {
    picked = labelled(item, { ...label, meaning: "amount", value: price });
  } else {
    picked = priced(item, quantity ?? (byPiece ? 1000 : undefined));
  }
  if ("code" in picked) return picked;
  if (byPiece || price === undefined || price === 0) return { ...picked, details };
  return price > limits.total
    ? refuse("sale/too-much").notice
    : { ...picked, amount: price, details };
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
  const { item, details } = added;
  // Each serial number is a piece of its own, and a recall asks for the batch.
  if (details?.serial !== undefined || last?.serial !== undefined) return null;
  if (last?.batch !== details?.batch) return null;
  return last?.plu === item.plu && item.unit === "EA" && last.unitPrice === item.unitPrice
    ? last
    : null;
}

export function newLine(
  lineNo: number,
  code: string,
  entryMethod: "Scanned" | "Keyed",
  { item, quantity, amount, details }: Pick,
): FactOf<"line.added"> {
  const { plu, nameZh, nameEn, unit, unitPrice, taxRate } = item;
  return {
    ...{ type: "line.added", lineNo, plu, code, nameZh, nameEn, unit, unitPrice, taxRate },
    ...{ quantity, amount, entryMethod },
    ...(details?.batch === undefined ? {} : { batch: details.batch }),
    ...(details?.serial === undefined ? {} : { serial: details.serial }),
  };
}
