import iconv from "iconv-lite";

/** The characters of a printer's font: code unit in, what goes over the wire out. */
export interface Charset {
  /**
   * By UTF-16 code unit: one byte below 100 hex, two above; 0 for what the font lacks, and for what
   * must be looked at more closely first, such as half of a pair or a combining mark.
   */
  readonly codes: Uint16Array;
  /** Printed instead of a missing character that is as wide as it is high. */
  readonly wideReplacement: string;
}

/** Same meaning under a code that every font has. */
const equivalents: readonly (readonly [string, string])[] = [
  ["\u00a0", " "],
  ["\t", " "],
  ["\n", " "],
];

let made: Charset | null = null;

/**
 * The two-byte area of GB18030, which is GBK: what Chinese fonts hold. Four bytes are left out,
 * because few fonts have them; private use, because it is blank. Made when first asked for.
 */
export function hanzi(): Charset {
  if (made !== null) return made;
  const codes = new Uint16Array(0x10000);
  fillAscii(codes);
  fillTwoBytes(codes);
  // U+00A5 would need four bytes of GB18030.
  codes[0xa5] = codes[0xffe5] ?? 0;
  made = { codes, wideReplacement: "〓" };
  return made;
}

function fillAscii(codes: Uint16Array): void {
  for (let unit = 0x20; unit <= 0x7e; unit += 1) codes[unit] = unit;
  for (const [from, to] of equivalents) codes[from.charCodeAt(0)] = to.charCodeAt(0);
}

/** One conversion of everything, read back by the rules of GB18030. */
function fillTwoBytes(codes: Uint16Array): void {
  const units: number[] = [];
  for (let unit = 0x80; unit <= 0xffff; unit += 1) if (isPlain(unit)) units.push(unit);
  const text = units.map((unit) => String.fromCharCode(unit)).join("");
  const bytes = iconv.encode(text, "gb18030");
  let at = 0;
  for (const unit of units) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    const isFour = first >= 0x81 && second >= 0x30 && second <= 0x39;
    if (first >= 0x81 && !isFour) codes[unit] = (first << 8) | second;
    at += isFour ? 4 : first < 0x81 ? 1 : 2;
  }
}

/** A code unit that is a character by itself, whatever stands beside it. */
function isPlain(unit: number): boolean {
  const character = String.fromCharCode(unit);
  if (/[\p{Cc}\p{Cs}\p{Co}\p{M}\ufffd]/u.test(character)) return false;
  return !invisible.test(character) && character.normalize("NFC") === character;
}

/** Zero-width characters shape their neighbors on a screen and mean nothing on this paper. */
const invisible = /\u00ad|\u2060|\ufeff|[\u200b-\u200f]|[\ufe00-\ufe0f]/u;
