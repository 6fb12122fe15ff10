/**
 * The upper halves of Epson's Thai code pages, a cell for each code; a blank is a code of which
 * nobody tells what it draws. A vowel or tone mark is a character of its own: text in Thai is
 * printed in three passes, or with the marks behind their letters.
 *
 * Sources: TIS 620-2533; lines, arrows and Code 42 as `codepage-encoder` and `escposthai` have
 * them. Letters that only the former has, in places that TIS 620 leaves free, are left out. That a
 * mark takes a cell is a guess.
 */
/** A1 to DA, and DF to F9. */
const CONSONANTS =
  "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯ" +
  "ะ\u0e31าำ\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a";
const VOWELS = "฿เแโใไๅๆ\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e๏๐๑๒๓๔๕๖๗๘๙";
const LINES = "┌┐└┘│─├┤┴┬┼█";
const ARROWS = "←↑→↓";

const blank = (cells: number) => " ".repeat(cells);

/** TIS 620 with what a page has at 80, at DB and at FA. */
function tis620(first: string, middle: string, last: string): readonly string[] {
  const parts = [first.padEnd(32), "\u00a0", CONSONANTS, middle.padEnd(4), VOWELS, last.padEnd(6)];
  return [...parts.join("")];
}

/** Code 42: letters in an order of their own, and marks that stand above one another. */
function code42(): readonly string[] {
  const letters =
    `${LINES}${ARROWS}๐๑๒๓๔๕๖๗๘๙ฃฅ${blank(4)}\u00a0กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภม` +
    "ยรฤลวศษสหฬอฮะฦาำเแโใไๆฯ\u0e38\u0e39\u0e34\u0e35\u0e36\u0e37\u0e31\u0e4d\u0e47" +
    "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e3a";
  const tones = ["\u0e48", "\u0e49", "\u0e4a", "\u0e4b"];
  const over = (vowel: string, marks = tones) => marks.map((tone) => vowel + tone);
  return [
    ...letters,
    ...over("\u0e4d"),
    ...over("\u0e31"),
    ...over("\u0e34", [...tones, "\u0e4c"]),
    ...over("\u0e35"),
    ...over("\u0e36"),
    ...over("\u0e37"),
  ];
}

/** By `ESC t`; 25 (Code 17) is not known. */
export const thaiPages: Readonly<Record<number, { readonly upper: readonly string[] }>> = {
  20: { upper: code42() },
  21: { upper: tis620(`${blank(25)}┌┐└┘│├┤`, "─┴┬┼", "๚") },
  22: { upper: tis620("", "", `๚๛${ARROWS}`) },
  23: { upper: tis620(LINES, "", "๛") },
  24: { upper: tis620(LINES + ARROWS, "", "๛") },
  26: { upper: tis620(LINES + ARROWS, "", "๛") },
};
