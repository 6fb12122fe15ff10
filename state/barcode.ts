import type { InStoreCode } from "./configuration.ts";
import { detailsOf, type LabelDetails, readDigitalLink, readElements } from "./gs1.ts";

/** What the digits under the bars mean. Source: GS1 General Specifications, sections 2 and 7.9. */

export type CodeMeaning =
  /** A GTIN with a right check digit, padded to 14 digits. */
  | { readonly kind: "gtin"; readonly gtin: string }
  /** The maker's label: a GTIN, and what else it says of this piece. */
  | { readonly kind: "gs1"; readonly gtin: string; readonly details: LabelDetails }
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

/** What the scanner knows of the bars, where it decides what the digits mean. */
export type Symbology = "upc-e" | "gs1";

/** A code as it came to the till. */
export interface Code {
  /** As scanned or typed, without an AIM identifier. */
  readonly text: string;
  /** Only a typed code may be a short article number. */
  readonly entry: "scanned" | "keyed";
  readonly symbology?: Symbology | undefined;
}

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

/** UPC-E of 8 digits as the UPC-A it stands for; null when it is none. */
export function expandUpcE(code: string): string | null {
  const [, system, d, last, check] = /^([01])(\d{5})(\d)(\d)$/.exec(code) ?? [];
  if (system === undefined || d === undefined || last === undefined) return null;
  const zeros = (count: number) => "0".repeat(count);
  if (last <= "2") return `${system}${d.slice(0, 2)}${last}${zeros(4)}${d.slice(2)}${check}`;
  if (last === "3") return `${system}${d.slice(0, 3)}${zeros(5)}${d.slice(3)}${check}`;
  if (last === "4") return `${system}${d.slice(0, 4)}${zeros(5)}${d.slice(4)}${check}`;
  return `${system}${d}${zeros(4)}${last}${check}`;
}

export function readCode(
  { text, entry, symbology }: Code,
  templates: readonly InStoreCode[],
): CodeMeaning {
  const fields = symbology === "gs1" ? readElements(text) : readDigitalLink(text);
  if (fields !== null) return articleOf(fields);
  if (!/^\d+$/.test(text)) return { kind: "not-an-article" };
  if (entry === "keyed" && text.length <= 5) return { kind: "plu", plu: normalizePlu(text) };
  if (symbology === "upc-e" && text.length === 8) {
    const upcA = expandUpcE(text);
    return upcA === null ? { kind: "not-an-article" } : gtinOf(upcA);
  }
  const inStore = readInStore(text, templates);
  if (inStore !== null) return inStore;
  return [8, 12, 13, 14].includes(text.length) ? gtinOf(text) : { kind: "not-an-article" };
}

function gtinOf(code: string): CodeMeaning {
  return hasRightCheckDigit(code)
    ? { kind: "gtin", gtin: gtin14(code) }
    : { kind: "bad-check-digit" };
}

function articleOf(fields: ReadonlyMap<string, string>): CodeMeaning {
  const gtin = fields.get("01");
  if (gtin === undefined || !/^(\d{8}|\d{12,14})$/.test(gtin)) return { kind: "not-an-article" };
  if (!hasRightCheckDigit(gtin)) return { kind: "bad-check-digit" };
  return { kind: "gs1", gtin: gtin14(gtin), details: detailsOf(fields) };
}
