import iconv from "iconv-lite";
import type { Fonts } from "#drivers/printers/model.ts";

/** Characters that a printer writes without a change of its mode. */
export interface CodeTable {
  /** Number behind the command that selects a code page; null for the two-byte hanzi. */
  readonly page: number | null;
  /**
   * By UTF-16 code unit: one byte below 100 hex, two above; 0 for what the table lacks, and for
   * what must be looked at more closely first, such as half of a pair or a combining mark. ASCII
   * has the same codes in every table.
   */
  readonly codes: Uint16Array;
}

/** The characters of a printer's fonts. */
export interface Charset {
  /** The first is the one that a receipt begins with; of equals, the earlier is taken. */
  readonly tables: readonly [CodeTable, ...CodeTable[]];
  /** Printed instead of a missing character that is as wide as it is high. */
  readonly wideReplacement: string;
}

/** Same meaning under a code that every font has. */
const equivalents: readonly (readonly [string, string])[] = [
  ["\u00a0", " "],
  ["\t", " "],
  ["\n", " "],
];

/** The full-width and the narrow yen sign: fonts have one of them. */
const WIDE_YEN = 0xffe5;
const YEN = 0xa5;

/** Unified ideographs: each is plain, and they are most of a Chinese font. */
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;

/** Tables by the name of their encoding, each made when first asked for. */
const made = new Map<string, Uint16Array>();

/** What a printer with these fonts can write. Hanzi come first where it has them. */
export function charsetOf({ hanzi, codePages }: Fonts): Charset {
  const pages = Object.entries(codePages).map(([name, page]) => {
    return { page, codes: tableOf(name, fillCodePage) };
  });
  const [first, ...others] = pages;
  if (hanzi) {
    const codes = tableOf("gb18030", fillTwoBytes);
    return { tables: [{ page: null, codes }, ...pages], wideReplacement: "〓" };
  }
  // Page 0 is this one with every maker.
  const usual = { page: 0, codes: tableOf("cp437", fillCodePage) };
  return { tables: [first ?? usual, ...others], wideReplacement: "?" };
}

function tableOf(name: string, fill: (codes: Uint16Array, name: string) => void): Uint16Array {
  const known = made.get(name);
  if (known !== undefined) return known;
  const codes = new Uint16Array(0x10000);
  for (let unit = 0x20; unit <= 0x7e; unit += 1) codes[unit] = unit;
  for (const [from, to] of equivalents) codes[from.charCodeAt(0)] = to.charCodeAt(0);
  fill(codes, name);
  made.set(name, codes);
  return codes;
}

/** The upper half of a single-byte page. */
function fillCodePage(codes: Uint16Array, name: string): void {
  for (let byte = 0x80; byte <= 0xff; byte += 1) {
    const unit = iconv.decode(Uint8Array.of(byte), name).charCodeAt(0);
    if (isPlain(unit) && codes[unit] === 0) codes[unit] = byte;
  }
  codes[WIDE_YEN] = codes[YEN] ?? 0;
}

/**
 * The two-byte area of GB18030, which is GBK: what Chinese fonts hold. Four bytes are left out,
 * because few fonts have them; private use, because it is blank.
 */
function fillTwoBytes(codes: Uint16Array): void {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) pairs.push(lead, trail);
  }
  const text = new TextDecoder("gb18030").decode(Uint8Array.from(pairs));
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const [lead = 0, trail = 0] = [pairs[2 * at], pairs[2 * at + 1]];
    if (codes[unit] === 0 && isPlain(unit)) codes[unit] = (lead << 8) | trail;
  }
  // The narrow one would need four bytes.
  codes[YEN] = codes[WIDE_YEN] ?? 0;
}

/** A code unit that is a character by itself, whatever stands beside it. */
function isPlain(unit: number): boolean {
  if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) return true;
  const character = String.fromCharCode(unit);
  if (/[\p{Cc}\p{Cs}\p{Co}\p{M}\ufffd]/u.test(character)) return false;
  return !invisible.test(character) && character.normalize("NFC") === character;
}

/** Zero-width characters shape their neighbors on a screen and mean nothing on this paper. */
const invisible = /\u00ad|\u2060|\ufeff|[\u200b-\u200f]|[\ufe00-\ufe0f]/u;
