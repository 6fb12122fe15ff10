import { commonCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/** Any 80 mm printer that copies an Epson TM at 203 dpi: assume the least. */
export const generic80mm: PrinterModel = {
  maker: "Generic",
  product: "ESC/POS 80 mm",
  speaks: "escpos",
  columns: 48, // 576 dots over 12; HPRT TP80K manual
  paperDots: 576, // 72 mm at 203 dpi; HPRT TP80K manual
  fonts: { hanzi: true, codePages: commonCodePages }, // Chinese boards power up in hanzi mode; HPRT manual
  cut: "partial", // "GS V" m = 66, the form that most clones know
  feedToCut: 0, // the command itself feeds to the blade
  confirms: "fence", // "GS ( H" is rare on clones and may be printed as text
  bandBytes: 384, // clones ship with 512 bytes and lose what overflows
  hasQr: true, // "GS ( k" on most since 2014; older 58 mm boards lack it
  tellsIdentity: false,
  mayBeAsked: true,
  kicksAtOnce: false, // unverified: a clone may print it
  drawerOpenWhenPin3: "low", // as ReceiptPrinterStatus reads it; unverified until learned in set-up
};
