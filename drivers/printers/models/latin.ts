import { epsonCodePages } from "#drivers/printers/code-pages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";

/**
 * The same printers for shops that write no hanzi. Where a board has them nevertheless, they stay
 * switched off: in hanzi mode two accented letters in a row would be one hanzi, and one alone is
 * as wide as two. Source of the numbers: the code pages named beside them.
 */
function withoutHanzi(model: PrinterModel): PrinterModel {
  const product = `${model.product}, Latin`;
  return { ...model, product, fonts: { ...model.fonts, hanzi: false } };
}

/** The TM-T20III as sold in the West has every page of its maker. */
export const epsonTmT20iiiLatin: PrinterModel = {
  ...withoutHanzi(epsonTmT20iii),
  fonts: { hanzi: false, codePages: epsonCodePages }, // command reference, "ESC t"
};
export const generic80mmLatin = withoutHanzi(generic80mm);
export const generic58mmLatin = withoutHanzi(generic58mm);
