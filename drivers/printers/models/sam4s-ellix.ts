import type { PrinterModel } from "#drivers/printers/model.ts";

/** Sam4s ELLIX, 80 mm paper. It hangs on a status read: Odoo, issue 66941. */
export const sam4sEllix: PrinterModel = {
  maker: "Sam4s",
  product: "ELLIX",
  speaks: "escpos",
  columns: 42, // the narrower of the two grids of 80 mm printers; unverified
  paperDots: 512, // 72 mm at 180 dpi; unverified
  fonts: { hanzi: false, codePages: { cp437: 0 } }, // page 0 is the same with every maker
  cut: "partial", // "GS V" m = 66, the form that most know; unverified
  feedToCut: 0, // the command itself feeds to the blade; unverified
  confirms: "none", // a marker is a question too
  bandBytes: 384, // 512 bytes on the smallest boards of any maker
  hasQr: false, // unverified, and a missing code is better than a page of signs
  tellsIdentity: false,
  mayBeAsked: false, // the issue named above
  kicksAtOnce: false, // unverified
  drawerOpenWhenPin3: "high", // never read
};
