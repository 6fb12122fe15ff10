import type { InStoreCode } from "./configuration.ts";

/** What the digits under the bars mean. Source: GS1 General Specifications, sections 2 and 7.9. */

export type CodeMeaning =
  /** A GTIN with a right check digit, padded to 14 digits. */
  | { readonly kind: "gtin"; readonly gtin: string }
  /** The shop's own label: an article and its weight in grams or its price in fen. */
  | {
      readonly kind: "in-store";
      readonly plu: string;
      readonly meaning: "weight" | "amount";
      readonly value: number;
    }
  /** The shop's own article number, typed. */
  | { readonly kind: "plu"; readonly plu: string }
  | { readonly kind: "bad-check-digit" }
  /** Too short or too long to be an article's code: half a code, or something else entirely. */
  | { readonly kind: "not-an-article" };

/** Weights 3, 1, 3 … from the right over all digits but the last. */
export function checkDigit(digitsBefore: string): number {
  let total = 0;
  for (let index = 0; index < digitsBefore.length; index += 1) {
    const digit = Number(digitsBefore[digitsBefore.length - 1 - index]);
    total += index % 2 === 0 ? digit * 3 : digit;
  }
  return (10 - (total % 10)) % 10;
}

export function hasRightCheckDigit(code: string): boolean {
  return checkDigit(code.slice(0, -1)) === Number(code.at(-1));
}

/** Shops weigh by template, so an 18-digit label's last digit is the shop's own affair. */
function readInStore(code: string, templates: readonly InStoreCode[]): CodeMeaning | null {
  const template = templates.find((t) => code.length === t.length && code.startsWith(t.prefix));
  if (template === undefined) return null;
  if (code.length === 13 && !hasRightCheckDigit(code)) return { kind: "bad-check-digit" };
  const cut = ([position, length]: readonly [number, number]) =>
    code.slice(position - 1, position - 1 + length);
  return {
    kind: "in-store",
    plu: normalizePlu(cut(template.plu)),
    meaning: template.meaning,
    value: Number(cut(template.value)),
  };
}

/** `00042` and `42` are the same article. */
export function normalizePlu(plu: string): string {
  return plu.replace(/^0+(?=\d)/, "");
}

/** GTIN-8, -12, -13 and -14 share one key of 14 digits. */
export function gtin14(code: string): string {
  return code.padStart(14, "0");
}

/**
 * @param code as scanned or typed, without an AIM identifier
 * @param entry only a typed code may be a short article number
 */
export function readCode(
  code: string,
  entry: "scanned" | "keyed",
  templates: readonly InStoreCode[],
): CodeMeaning {
  if (!/^\d+$/.test(code)) return { kind: "not-an-article" };
  if (entry === "keyed" && code.length <= 5) return { kind: "plu", plu: normalizePlu(code) };
  const inStore = readInStore(code, templates);
  if (inStore !== null) return inStore;
  if (![8, 12, 13, 14].includes(code.length)) return { kind: "not-an-article" };
  return hasRightCheckDigit(code)
    ? { kind: "gtin", gtin: gtin14(code) }
    : { kind: "bad-check-digit" };
}
