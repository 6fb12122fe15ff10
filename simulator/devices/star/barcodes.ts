import { type Bars, ean8, ean13, upcA } from "#simulator/paper/barcode.ts";
import { code128 } from "#simulator/paper/code128.ts";
import { code128Auto } from "#simulator/paper/gs1.ts";
import { codabar, code39, code93, itf, upcE } from "#simulator/paper/more-barcodes.ts";
import type { BarcodeRow } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";
import { barsRow, type Refused } from "../printing/symbols.ts";
import { numberIn } from "./arguments.ts";

interface Symbology {
  readonly name: string;
  readonly draw: (data: Uint8Array) => Bars | null;
  /** n3 from 1 on: dots of a narrow bar and of a wide one; one number where all are modules. */
  readonly modes: readonly (readonly [number, number?])[];
}

const modules: Symbology["modes"] = [[2], [3], [4]];
/** Ratios of 1 to 3, about 2.5, and 2. */
const ratios: Symbology["modes"] = [
  [2, 6], [3, 9], [4, 12], [2, 5], [3, 8], [4, 10], [2, 4], [3, 6], [4, 8],
]; // biome-ignore format: a table reads as a table
const itfRatios: Symbology["modes"] = [
  [2, 5], [4, 10], [6, 15], [2, 4], [4, 8], [6, 12], [2, 6], [3, 9], [4, 12],
]; // biome-ignore format: a table reads as a table

const ascii = (data: Uint8Array) => String.fromCharCode(...data);

/** The check digit is the printer's own, whatever the host sends in its place. */
const withOwnCheck = (count: number, draw: (digits: string) => Bars | null) => (data: Uint8Array) =>
  data.length === count || data.length === count + 1 ? draw(ascii(data).slice(0, count)) : null;

/** `ESC b n1`. */
const symbologies: readonly Symbology[] = [
  { name: "upce", draw: withOwnCheck(11, upcE), modes: modules },
  { name: "upca", draw: withOwnCheck(11, upcA), modes: modules },
  { name: "ean8", draw: withOwnCheck(7, ean8), modes: modules },
  { name: "ean13", draw: withOwnCheck(12, ean13), modes: modules },
  { name: "code39", draw: (data) => code39(ascii(data)), modes: ratios },
  {
    name: "itf",
    draw: (data) => itf((data.length & 1 ? "0" : "") + ascii(data)),
    modes: itfRatios,
  },
  { name: "code128", draw: drawCode128, modes: modules },
  { name: "code93", draw: drawCode93, modes: modules },
  { name: "codabar", draw: (data) => codabar(ascii(data)), modes: ratios },
];

/**
 * `ESC b n1 n2 n3 n4 d… RS`. Digits stand below at n2 2 and 4; at 3 and 4 a real printer leaves the
 * bars in the line, here they have a row of their own.
 *
 * Source: Star Line Mode Command Specifications, 3.3.10 and 5.1; wide bars: StarIO SDK samples for
 * n3 of Code 39 and ITF, TSP700 Programmer's Manual, appendix 1.
 */
export function barcode(command: Uint8Array, modes: Modes): BarcodeRow | Refused {
  const [, , type, text, mode, heightDots = 0] = command;
  const symbology = symbologies[numberIn(type, 8) ?? -1];
  const below = numberIn(text, 4) ?? 0;
  const widths = symbology?.modes[(numberIn(mode, 9) ?? 0) - 1];
  if (symbology === undefined || below === 0 || widths === undefined || heightDots === 0) {
    return { refused: "ESC b: a number out of range" };
  }
  const bars = symbology.draw(command.subarray(6, -1));
  if (bars === null) return { refused: `ESC b: data that ${symbology.name} cannot hold` };
  const [narrow, wide] = widths;
  const hri = below === 2 || below === 4 ? ("below" as const) : ("none" as const);
  const barcode = { heightDots, hri, moduleDots: wide === undefined ? narrow : 1 };
  const drawn =
    wide === undefined ? bars : { ...bars, pattern: inDots(bars.pattern, narrow, wide) };
  return barsRow(drawn, symbology.name, { ...modes, barcode });
}

/** Bars and gaps of two widths, a dot each character. */
function inDots(pattern: string, narrow: number, wide: number): string {
  return pattern.replace(/0+|1+/g, (run) => run.charAt(0).repeat(run.length > 1 ? wide : narrow));
}

/** A character, or what `%1` to `%4` (function) and `%6` to `%8` (code set) stand for. */
type Part = { readonly character: string } | { readonly fn: string } | { readonly set: string };

/** `%0` is the percent sign, `%5` DEL, `%@` to `%_` a control character. Null: no such escape. */
function partsOf(data: Uint8Array): readonly Part[] | null {
  const parts: Part[] = [];
  for (const [part] of ascii(data).matchAll(/%.|./gs)) {
    const behind = part.charAt(1);
    if (part === "%") return null;
    if (behind === "") parts.push({ character: part });
    else if (behind === "0") parts.push({ character: "%" });
    else if (behind === "5") parts.push({ character: "\x7f" });
    else if (/[1-4]/.test(behind)) parts.push({ fn: behind });
    else if (/[6-8]/.test(behind)) parts.push({ set: "ABC".charAt(Number(behind) - 6) });
    else if (/[@-_]/.test(behind)) {
      parts.push({ character: String.fromCharCode(behind.charCodeAt(0) - 0x40) });
    } else return null;
  }
  return parts;
}

function drawCode93(data: Uint8Array): Bars | null {
  const parts = partsOf(data);
  if (parts === null) return null;
  const characters = parts.map((part) => ("character" in part ? part.character : null));
  return characters.includes(null) ? null : readable(code93(characters.join("")));
}

/** Without a start code the printer chooses the code sets. */
function drawCode128(data: Uint8Array): Bars | null {
  const parts = partsOf(data);
  const first = parts?.[0];
  if (parts === null || first === undefined) return null;
  if (!("set" in first)) return readable(code128Auto(parts.map(braced).join(""), false));
  const text = inSets(parts);
  return text === null ? null : code128(Uint8Array.from(text, (each) => each.charCodeAt(0)));
}

/** Control characters are spaces to the reader. */
function readable(bars: Bars | null): Bars | null {
  return bars === null ? null : { ...bars, text: bars.text.replace(/\p{Cc}/gu, " ") };
}

/** As `GS k` writes it. */
function braced(part: Part): string {
  if ("fn" in part) return `{${part.fn}`;
  if ("set" in part) return `{${part.set}`;
  return part.character === "{" ? "{{" : part.character;
}

/** Likewise; in set C, where a character is two digits. Null: a digit without another. */
function inSets(parts: readonly Part[]): string | null {
  let isC = false;
  let text = "";
  let digit = "";
  for (const part of parts) {
    if ("set" in part) isC = part.set === "C";
    if (isC && "character" in part) digit += part.character;
    else if (digit !== "") return null;
    else text += braced(part);
    if (digit.length < 2) continue;
    if (!/^\d\d$/.test(digit)) return null;
    text += String.fromCharCode(Number(digit));
    digit = "";
  }
  return digit === "" ? text : null;
}
