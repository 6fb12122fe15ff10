import type { Charset } from "#drivers/printers/charset.ts";

/** Text that every character of a printer's font can write, and what had to give way. */
export interface Printable {
  readonly text: string;
  /** Characters replaced, each once, in order of appearance. */
  readonly replaced: readonly string[];
}

const NARROW_REPLACEMENT = "?";

/** Zero-width characters shape their neighbors on a screen and mean nothing on this paper. */
const invisible = /\u00ad|\u2060|\ufeff|[\u200b-\u200f]|[\ufe00-\ufe0f]/gu;

/** From CJK radicals upwards a character is as wide as it is high. */
const FIRST_WIDE = 0x2e80;

/**
 * Replaces what the printer cannot write: control characters, which would be commands, and what its
 * fonts lack. Every character that is left has a code in one of the charset's tables.
 */
export function printable(text: string, { tables, wideReplacement }: Charset): Printable {
  const replaced = new Set<string>();
  const out = [...text.normalize("NFC").replace(invisible, "")].map((character) => {
    const unit = character.charCodeAt(0);
    if (character.length === 1 && tables.some(({ codes }) => codes[unit] !== 0)) return character;
    replaced.add(character);
    return (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? wideReplacement : NARROW_REPLACEMENT;
  });
  return { text: out.join(""), replaced: [...replaced] };
}
