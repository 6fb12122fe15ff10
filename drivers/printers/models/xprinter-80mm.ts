import { xprinterCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/** Xprinter's 80 mm printers and their many relabelled copies. */
export const xprinter80mm: PrinterModel = {
  maker: "Xprinter",
  product: "80 mm class",
  speaks: "escpos",
  columns: 48, // 576 dots over 12; printer table of ReceiptPrinterEncoder
  paperDots: 576, // 72 mm at 203 dpi; printer table of ReceiptPrinterEncoder
  fonts: { hanzi: true, codePages: xprinterCodePages }, // Chinese boards; self-test page
  cut: "partial", // the class obeys "GS V" 00, 01 and 42h; unverified per model
  feedToCut: 0, // "GS V" m = 66 feeds to the blade by itself
  confirms: "fence", // "GS ( H" was seen on the XP-S260M only; others swallow or print it
  bandBytes: 384, // 512 bytes on the smallest boards of the class
  hasQr: true, // "GS ( k" on most since 2014
  tellsIdentity: true, // with strings that are often copied
  mayBeAsked: true,
  kicksAtOnce: false, // unverified: a clone may print it
  drawerOpenWhenPin3: "low", // unverified until learned in set-up
};
