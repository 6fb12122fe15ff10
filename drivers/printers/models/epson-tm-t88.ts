import { epsonCodePages, legacyEpsonCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/**
 * Epson TM-T88, 80 mm paper at 180 dpi, as sold in the West. A Chinese one says so in its self-test
 * and is better served by another row.
 */
export const epsonTmT88iii: PrinterModel = {
  maker: "Epson",
  product: "TM-T88III",
  speaks: "escpos",
  columns: 42, // 512 dots over 12; TM-T88III technical reference
  paperDots: 512, // 72 mm at 180 dpi; TM-T88III technical reference
  fonts: { hanzi: false, codePages: legacyEpsonCodePages }, // same reference, "ESC t"
  cut: "partial", // "GS V" m = 66 leaves one point uncut; command reference
  feedToCut: 0, // "GS V" m = 66 feeds to the blade by itself; command reference
  confirms: "fence", // "GS ( H" came with the TM-T88IV; command reference
  bandBytes: 3072, // receive buffer 4 KB unless switched to 45 bytes; not measured
  hasQr: false, // printer table of ReceiptPrinterEncoder
  tellsIdentity: true, // "GS I" 65 to 69; command reference
  mayBeAsked: true,
  kicksAtOnce: true, // "DLE DC4" fn 1; TM-T88III specification
  drawerOpenWhenPin3: "high", // common wiring; unverified until learned in set-up
};

export const epsonTmT88iv: PrinterModel = {
  ...epsonTmT88iii,
  product: "TM-T88IV",
  confirms: "process-id", // "GS ( H" fn 48 lists it; command reference
  hasQr: true, // printer table of ReceiptPrinterEncoder
};

export const epsonTmT88v: PrinterModel = {
  ...epsonTmT88iv,
  product: "TM-T88V",
  fonts: { hanzi: false, codePages: epsonCodePages }, // command reference, "ESC t"
};

/** The TM-T88VI and VII: 180 dpi and 42 columns too, by the printer table of ReceiptPrinterEncoder. */
export const epsonTmT88vi: PrinterModel = { ...epsonTmT88v, product: "TM-T88VI / VII" };
