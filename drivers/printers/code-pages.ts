import type { CodePages } from "#drivers/printers/model.ts";

/**
 * `ESC t n`: which number selects which page, by whose table. Windows pages come first, because
 * they hold quotation marks and dashes besides the letters; the first that will do is taken.
 */

/**
 * Pages that Epson has had since the TM-T88III and that nearly every copy numbers alike.
 * Source: code page table of the TM technical references; the POS-58 class and Xprinter differ
 * from it elsewhere, not here.
 */
export const commonCodePages: CodePages = {
  cp1252: 16,
  cp437: 0,
  cp850: 2,
  cp858: 19,
  cp866: 17,
  cp852: 18,
};

/** The TM-T88 III and IV. Source: code page table of their technical references. */
export const legacyEpsonCodePages: CodePages = commonCodePages;

/** The SRP-350III. Source: code page mappings of ReceiptPrinterEncoder. */
export const bixolonCodePages: CodePages = {
  ...commonCodePages,
  cp1250: 47,
  cp1251: 28,
  cp1253: 24,
  cp1254: 25,
  iso88597: 38,
};

/** Epson since about 2010. Source: code page table of the ESC/POS command reference. */
export const epsonCodePages: CodePages = {
  ...commonCodePages,
  cp1250: 45,
  cp1251: 46,
  cp1253: 47,
  cp1254: 48,
  iso88592: 39,
  iso88597: 15,
  iso885915: 40,
};

/** Source: code page table that Xprinter prints in its self-test and manuals; unverified. */
export const xprinterCodePages: CodePages = {
  ...commonCodePages,
  cp1251: 23,
  cp1253: 7,
};

/** `ESC GS t n` of Star line mode. Source: code page mappings of ReceiptPrinterEncoder. */
export const starCodePages: CodePages = {
  cp1252: 32,
  cp437: 1,
  cp858: 4,
  cp866: 10,
  cp852: 5,
  cp1250: 33,
  cp1251: 34,
};
