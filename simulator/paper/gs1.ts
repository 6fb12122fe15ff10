import { type Bars, checkDigit } from "./barcode.ts";
import { bwippBars } from "./bwipp.ts";

/** Data of `GS k 74`, 78 and 79 with its commands read. */
interface Reading {
  /** What stands in the symbol; `FNC1` and `FNC3` where they belong. */
  readonly encoded: readonly string[];
  /** What stands beside it. */
  readonly text: string;
}

/**
 * `{1` is FNC1, `{3` FNC3, `{(`, `{)`, `{*` and `{{` the character itself. With `isGs1`,
 * parentheses and spaces are for the reader of the text alone, and `*` is the check digit of the
 * digits since the application identifier. Null: a brace and nothing that it means.
 *
 * Source: Epson ESC/POS command reference, GS k, notes on GS1-128 and GS1 DataBar Expanded.
 */
function read(data: string, isGs1: boolean): Reading | null {
  const encoded: string[] = [];
  let text = "";
  for (const [part] of data.matchAll(/\{[13(){*]|./gs)) {
    if (part === "{") return null;
    if (part.length === 2 && /[13]/.test(part)) encoded.push(`FNC${part.charAt(1)}`);
    else if (isGs1 && /^[() ]$/.test(part)) text += part;
    else {
      const isCheck = isGs1 && part === "*";
      const character = isCheck ? checkDigit(sinceIdentifier(encoded)) : part.slice(-1);
      encoded.push(character);
      text += character;
    }
  }
  return { encoded, text };
}

/** The digits of a GTIN or SSCC behind its two-digit identifier. */
function sinceIdentifier(encoded: readonly string[]): string {
  const element = encoded.slice(encoded.lastIndexOf("FNC1") + 1).join("");
  return element.slice(2);
}

const named = (encoded: readonly string[]) =>
  encoded.map((part) => (part.length > 1 || part === "^" ? `^${part}` : part)).join("");

/** Code 128 whose code sets the printer chooses; `isGs1` puts FNC1 first. */
export function code128Auto(data: string, isGs1: boolean): Bars | null {
  const reading = read(data, isGs1);
  if (reading === null || reading.encoded.length === 0) return null;
  const encoded = isGs1 && reading.encoded[0] !== "FNC1" ? ["FNC1"] : [];
  const all = named([...encoded, ...reading.encoded]);
  const pattern = bwippBars("code128", all, { parsefnc: true });
  return pattern === null ? null : { pattern, text: reading.text };
}

type DataBar = "databaromni" | "databartruncated" | "databarlimited";

/** Null: not the 13 digits of a GTIN without its check digit. */
export function dataBar(kind: DataBar, data: string): Bars | null {
  const text = gtinText(data);
  const pattern = text === null ? null : bwippBars(kind, text);
  return pattern === null || text === null ? null : { pattern, text };
}

/** A GTIN with its identifier and check digit; null: not 13 digits. */
export function gtinText(data: string): string | null {
  return /^\d{13}$/.test(data) ? `(01)${data}${checkDigit(data)}` : null;
}

/** Identifiers that are not two digits long, by how they begin (GS1 General Specifications 3). */
const threeDigits = /^(23|24|25|40|41|42|71)/;
const fourDigits = /^(3[1-69]|43|70|72|8[0-2])/;
/** How long the data behind an identifier are where no FNC1 need end them (7.8.5). */
const fixedLengths: readonly (readonly [RegExp, number])[] = [
  [/^00/, 18], [/^0[123]/, 14], [/^04/, 16], [/^1[1-9]/, 6], [/^20/, 2], [/^3[1-6]/, 6],
  [/^41/, 13],
]; // biome-ignore format: a table reads as a table

/** Null: no element strings that begin with an identifier and are as long as it wants. */
export function dataBarExpanded(data: string): Bars | null {
  const text = elementText(data);
  // The printer does not judge check digits.
  const pattern = text === null ? null : bwippBars("databarexpanded", text, { dontlint: true });
  return pattern === null || text === null ? null : { pattern, text };
}

/** The same data with each identifier in parentheses; null as above. */
export function elementText(data: string): string | null {
  const reading = read(data, true);
  if (reading === null) return null;
  const parts = reading.encoded.join("").split("FNC1");
  const elements = parts.filter((part) => part !== "").flatMap(elementStrings);
  return elements.includes(null) ? null : elements.join("");
}

/** Of what stands between two FNC1; null for one that is too short. */
function elementStrings(part: string): (string | null)[] {
  const elements: (string | null)[] = [];
  for (let rest = part; rest !== ""; ) {
    const idLength = fourDigits.test(rest) ? 4 : threeDigits.test(rest) ? 3 : 2;
    const [id, behind] = [rest.slice(0, idLength), rest.slice(idLength)];
    const length = fixedLengths.find(([start]) => start.test(id))?.[1] ?? behind.length;
    elements.push(
      behind.length < length || behind === "" ? null : `(${id})${behind.slice(0, length)}`,
    );
    rest = behind.slice(length);
  }
  return elements;
}
