import { epsonCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/** Epson TM-T20III, 80 mm paper. */
export const epsonTmT20iii: PrinterModel = {
  maker: "Epson",
  product: "TM-T20III",
  speaks: "escpos",
  columns: 48, // 576 dots over 12; printer table of ReceiptPrinterEncoder
  paperDots: 576, // 72 mm at 203 dpi; printer table of ReceiptPrinterEncoder
  fonts: { hanzi: true, codePages: epsonCodePages }, // hanzi: the model as sold in China, "GS I 69"
  cut: "partial", // "GS V" m = 66 leaves one point uncut; command reference
  feedToCut: 0, // "GS V" m = 66 feeds to the blade by itself; command reference
  confirms: "process-id", // "GS ( H" fn 48 lists the TM-T20III; command reference
  bandBytes: 3072, // receive buffer 4 KB unless switched to 45 bytes; not measured
  hasQr: true, // "GS ( k" fn 165 to 181; printer table of ReceiptPrinterEncoder
  tellsIdentity: true, // "GS I" 65 to 69; command reference
  mayBeAsked: true,
  kicksAtOnce: true, // "DLE DC4" fn 1; all but TM-P60 and TM-U230; command reference
  drawerOpenWhenPin3: "high", // common wiring; unverified until learned in set-up
};
