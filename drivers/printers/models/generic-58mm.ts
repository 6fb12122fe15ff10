import { commonCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";

/** The 58 mm printers of the POS-5890 family: no cutter, 32 columns. */
export const generic58mm: PrinterModel = {
  maker: "Generic",
  product: "ESC/POS 58 mm",
  speaks: "escpos",
  columns: 32, // 384 dots over 12; SPRT manual
  paperDots: 384, // 48 mm at 203 dpi; SPRT manual
  fonts: { hanzi: true, codePages: commonCodePages }, // Chinese boards power up in hanzi mode; SPRT manual
  cut: "none", // the family has a tear bar
  feedToCut: 4, // lines from the head to the tear bar; common practice, not measured
  confirms: "fence", // "GS r" is common to the family, "GS ( H" rare; unverified per model
  bandBytes: 384, // 512 bytes on the smallest boards of the class
  hasQr: true, // "GS ( k" on most since 2014; older 58 mm boards lack it
  tellsIdentity: false,
  mayBeAsked: true,
  kicksAtOnce: false, // unverified: a clone may print it
  drawerOpenWhenPin3: "low", // unverified until learned in set-up
};
