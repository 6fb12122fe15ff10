import { starCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/** Star TSP650II, 80 mm paper, as sold in the West. */
export const starTsp650ii: PrinterModel = {
  maker: "Star",
  product: "TSP650II",
  speaks: "star-line", // printer table of ReceiptPrinterEncoder
  columns: 48, // 576 dots over 12; printer table of ReceiptPrinterEncoder
  paperDots: 576, // 72 mm at 203 dpi; printer table of ReceiptPrinterEncoder
  fonts: { hanzi: false, codePages: starCodePages },
  cut: "partial", // "ESC d" 3; Star Line Mode Command Specifications
  feedToCut: 0, // "ESC d" 3 feeds to the blade by itself; same
  confirms: "count", // ETB waits for printing and counts; same
  bandBytes: 2048, // holds 24 rows of dots; the receive buffer was not measured
  hasQr: true, // printer table of ReceiptPrinterEncoder
  tellsIdentity: false,
  mayBeAsked: true,
  kicksAtOnce: true, // "FS" is obeyed on arrival; Star Line Mode Command Specifications
  drawerOpenWhenPin3: "high", // as ReceiptPrinterStatus reads it; unverified until learned
};

/**
 * The same with a Chinese font: it reads GB 18030 from power-up, no command before it, unless a
 * memory switch inside sets it for single-byte countries, and has no code pages then.
 */
export const starTsp650iiGb18030: PrinterModel = {
  ...starTsp650ii,
  product: "TSP650II, GB18030",
  fonts: { hanzi: true, codePages: {} }, // sample receipts CHS of the StarIO SDK
};
