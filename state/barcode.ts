import type { InStoreCode } from "./configuration.ts";
import { detailsOf, type LabelDetails, readDigitalLink, readElements, separator } from "./gs1.ts";

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
export type Symbology = "upc-e" | "gs1" | "add-on";

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

/** The same weights from the left, as labels of 18 digits have them that do not follow EAN. */
function hasRightLeftCheckDigit(code: string): boolean {
  const weighted = [...code.slice(0, -1)].map(
    (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3),
  );
  const total = weighted.reduce((all, each) => all + each, 0);
  return (10 - (total % 10)) % 10 === Number(code.at(-1));
}

const checks: { readonly [check in NonNullable<InStoreCode["check"]>]: (code: string) => boolean } =
  {
    "from-right": hasRightCheckDigit,
    "from-left": hasRightLeftCheckDigit,
    none: () => true,
  };

/** Scanners send UPC-A with the zero that makes it an EAN-13, or without it. */
function readInStore(scanned: string, templates: readonly InStoreCode[]): CodeMeaning | null {
  const code = scanned.length === 12 ? `0${scanned}` : scanned;
  const template = templates.find((t) => code.length === t.length && code.startsWith(t.prefix));
  if (template === undefined) return null;
  const { check = template.length === 13 ? "from-right" : "none" } = template;
  if (!checks[check](code)) return { kind: "bad-check-digit" };
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

/** How many digits of UPC-A and EAN-13 stand before an add-on of 2 or 5, by their sum. */
const beforeAddOn: Readonly<Record<number, number>> = { 14: 12, 15: 13, 17: 12, 18: 13 };

export function readCode(code: Code, templates: readonly InStoreCode[]): CodeMeaning {
  const { text, entry, symbology } = code;
  const fields = fieldsOf(code);
  if (fields?.has("01")) return articleOf(fields);
  if (!/^\d+$/.test(text)) return { kind: "not-an-article" };
  switch (symbology) {
    case "gs1":
      // DataBar of some decoders is the bare GTIN; other digits are fields, and no shop's label.
      return text.length === 14 ? gtinOf(text) : { kind: "not-an-article" };
    case "upc-e": {
      const upcA = text.length === 8 ? expandUpcE(text) : text;
      return upcA === null ? { kind: "not-an-article" } : readDigits(upcA, templates);
    }
    case "add-on":
      return readDigits(text.slice(0, beforeAddOn[text.length]), templates);
    default:
      if (entry === "keyed" && text.length <= 5) return { kind: "plu", plu: normalizePlu(text) };
      return readDigits(text, templates);
  }
}

function readDigits(text: string, templates: readonly InStoreCode[]): CodeMeaning {
  const inStore = readInStore(text, templates);
  if (inStore !== null) return inStore;
  return [8, 12, 13, 14].includes(text.length) ? gtinOf(text) : { kind: "not-an-article" };
}

/**
 * Not every scanner says that a label is GS1's. A separator says so too, and so does a GTIN of 14
 * digits with a right check digit behind its identifier, if all that follows is fields as well.
 */
function fieldsOf({ text, symbology }: Code): ReadonlyMap<string, string> | null {
  const saysSo =
    symbology === "gs1" ||
    text.includes(separator) ||
    (/^01\d{14}/.test(text) && hasRightCheckDigit(text.slice(2, 16)));
  return saysSo ? readElements(text) : readDigitalLink(text);
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
