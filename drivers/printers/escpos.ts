import {
  align,
  bold,
  code128,
  codePage,
  cut,
  doubleByte,
  ean13,
  feed,
  qrCode,
  singleByte,
  size,
} from "#drivers/printers/commands.ts";
import type { ReceiptLanguage } from "#drivers/printers/language.ts";

/** ESC/POS, the language of Epson and of nearly everyone. */
export const escpos: ReceiptLanguage = {
  plain: [align(0), size(false), bold(false)],
  align: { left: align(0), center: align(1), right: align(2) },
  size: [size(false), size(true)],
  bold: [bold(false), bold(true)],
  doubleByte: doubleByte(),
  singleByte: singleByte(),
  codePage,
  feed,
  cut: (model) => cut(model.cut === "full" ? "full" : "partial", model.feedToCut),
  qrCode,
  ean13,
  code128,
};
