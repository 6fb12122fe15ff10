import iconv from "iconv-lite";

/** Text that every character of a Chinese ESC/POS printer can write, and what had to give way. */
export interface Printable {
  readonly text: string;
  /** Characters replaced, each once, in order of appearance. */
  readonly replaced: readonly string[];
}

/** GB2312 symbol row; GBK and GB18030 agree, so every Chinese font has it. */
const WIDE_REPLACEMENT = "〓";
const NARROW_REPLACEMENT = "?";

/** Same meaning under a code that the font has. U+00A5 would need four bytes. */
const equivalents: Readonly<Record<string, string>> = {
  "¥": "￥",
  "\u00a0": " ",
  "\t": " ",
  "\n": " ",
};

/** Zero-width characters shape their neighbors on a screen and mean nothing on this paper. */
const invisible = /\u00ad|\u2060|\ufeff|[\u200b-\u200f]|[\ufe00-\ufe0f]/gu;

/** From CJK radicals upwards a character is as wide as it is high. */
const FIRST_WIDE = 0x2e80;

/**
 * Replaces what the printer cannot write: control characters, which would be commands; characters
 * that GB18030 spells with four bytes, which few fonts hold; and private use, which is blank.
 */
export function printable(text: string): Printable {
  const replaced = new Set<string>();
  const out = [...text.normalize("NFC").replace(invisible, "")].map((character) => {
    const safe = equivalents[character] ?? character;
    if (encodedLength(safe) > 0) return safe;
    replaced.add(character);
    return (safe.codePointAt(0) ?? 0) >= FIRST_WIDE ? WIDE_REPLACEMENT : NARROW_REPLACEMENT;
  });
  return { text: out.join(""), replaced: [...replaced] };
}

/** GB18030, ASCII in one byte and everything else in two. Takes only `printable` text. */
export function gb18030(text: string): Uint8Array {
  return iconv.encode(text, "gb18030");
}

/** Columns that `printable` text takes in font A: a byte is a column. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += isWide(character) ? 2 : 1;
  return columns;
}

/** Whether any character of `printable` text is a double-byte one. */
export function hasWide(text: string): boolean {
  return [...text].some(isWide);
}

/** A double-byte character, two columns wide. */
function isWide(character: string): boolean {
  return character > "~";
}

/** 1 or 2; 0 when the printer has no such character. */
function encodedLength(character: string): 0 | 1 | 2 {
  if (character >= " " && character <= "~") return 1;
  if (character < " " || /[\u007f-\u009f\ue000-\uf8ff\ufffd]/.test(character)) return 0;
  const bytes = gb18030(character);
  const lead = bytes[0] ?? 0;
  return bytes.length === 2 && lead >= 0x81 && lead <= 0xfe ? 2 : 0;
}
