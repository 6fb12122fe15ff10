/**
 * `ESC GS t n` as `ESC t` counts the same pages. Source: TSP700 Programmer's Manual, code pages of
 * Star Line Mode; numbers as ReceiptPrinterEncoder maps them. 0 is Star's own, near to 437.
 */
const pages: Readonly<Record<number, number>> = {
  0: 0, 1: 0, 2: 1, 4: 19, 5: 18, 6: 3, 7: 35, 8: 4, 9: 5, 10: 17, 11: 34, 12: 13, 13: 36, 14: 37,
  15: 14, 17: 38, 32: 16, 33: 45, 34: 46,
}; // biome-ignore format: a table reads as a table

/** A page that the ROM does not have draws question marks. */
const MISSING = 255;

export const starPage = (n: number): number => pages[n] ?? MISSING;
