import type { PrinterLanguage } from "#drivers/printers/language.ts";
import { frameStar } from "#drivers/printers/star-answers.ts";
import {
  align,
  askStatus,
  bold,
  code128,
  codePage,
  cut,
  ean13,
  feed,
  initialize,
  kick,
  kickNow,
  qrCode,
  reportEveryChange,
  size,
} from "#drivers/printers/star-commands.ts";
import { EtbCounter } from "#drivers/printers/star-markers.ts";
import { pictureBands } from "#drivers/printers/star-picture.ts";

/** Star line mode: TSP600 to TSP1000 and whatever is set to it. */
export const starLine: PrinterLanguage = {
  greeting: [],
  reset: initialize(),
  report: reportEveryChange(),
  questions: [askStatus()],
  identity: {},
  fromAnswers: null,
  framing: frameStar,
  kick,
  kickNow,
  markers: () => new EtbCounter(),
  plain: [align(0), size(false), bold(false)],
  align: { left: align(0), center: align(1), right: align(2) },
  size: [size(false), size(true)],
  bold: [bold(false), bold(true)],
  doubleByte: null,
  singleByte: null,
  codePage,
  feed,
  cut: (model) => cut(model.cut === "full" ? "full" : "partial"),
  qrCode,
  ean13,
  code128,
  picture: pictureBands,
};
