import { bixolonCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/** Bixolon SRP-350III, 80 mm paper at 180 dpi. */
export const bixolonSrp350iii: PrinterModel = {
  maker: "Bixolon",
  product: "SRP-350III",
  speaks: "escpos",
  columns: 42, // 512 dots over 12; printer table of ReceiptPrinterEncoder
  paperDots: 512, // 72 mm at 180 dpi; printer table of ReceiptPrinterEncoder
  fonts: { hanzi: false, codePages: bixolonCodePages },
  cut: "partial", // "GS V" m = 66, the form that most know; unverified
  feedToCut: 0, // the command itself feeds to the blade; unverified
  confirms: "fence", // no source names it for "GS ( H"
  bandBytes: 384, // 512 bytes on the smallest boards of any maker
  hasQr: true, // printer table of ReceiptPrinterEncoder
  tellsIdentity: false,
  mayBeAsked: true,
  kicksAtOnce: true, // "DLE DC4" n m t; Bixolon Command Manual 1.00
  drawerOpenWhenPin3: "high", // common wiring; unverified until learned in set-up
};
