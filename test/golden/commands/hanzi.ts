import type { Shown } from "./shown.ts";

/** ESC/POS reference, section 2.4: code pages and Chinese. */
export const hanzi: readonly Shown[] = [
  ["FS &", "1c 26", "paper/hanzi-and-sizes", "paper/hanzi-modes"],
  ["FS .", "1c 2e", "paper/hanzi-and-sizes", "paper/hanzi-modes"],
  ["FS C", "1c 43", "paper/hanzi-modes"],
  ["FS !", "1c 21", "paper/hanzi-and-sizes"],
  ["FS W", "1c 57", "paper/hanzi-modes"],
  ["FS S", "1c 53", "paper/hanzi-modes", "paper/dots-of-hanzi"],
  ["FS - 1", "1c 2d 01", "paper/hanzi-modes", "paper/dots-of-hanzi"],
  ["FS - 2", "1c 2d 02", "paper/hanzi-modes", "paper/dots-of-hanzi"],
  ["FS 2", "1c 32", "paper/characters-drawn-by-host", "paper/dots-of-hanzi"],
  ["FS ?", "1c 3f", "paper/characters-drawn-by-host"],
  ["ESC 9 0", "1b 39 00", "paper/hanzi-modes"],
  ["ESC 9 1", "1b 39 01", "paper/hanzi-modes"],
  ["ESC 9 3", "1b 39 03", "paper/hanzi-modes"],
  ...[0, 1, 2, 3, 4, 5, 13, 14, 15, 16, 17, 18, 19].map(page),
  ...[30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 45, 46, 47, 48, 49, 50, 51, 52, 255].map(page),
];

/** `ESC t n`. Pages 11, 12 and 20 to 26 are not in the ROM. */
function page(n: number): Shown {
  const bytes = `1b 74 ${n.toString(16).padStart(2, "0")}`;
  return [`ESC t ${n}`, bytes, "paper/code-pages"];
}
