import type { PrinterModel } from "#drivers/printers/model.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";

/** Epson TM-T82 II and III: the TM-T20 as sold in China and its neighbors. */
export const epsonTmT82: PrinterModel = {
  ...epsonTmT20iii, // 203 dpi, 576 dots, 48 columns like its sibling; unverified
  product: "TM-T82 II / III",
  confirms: "fence", // "GS ( H" names the TM-T20 and not this one; fences do with either
};
