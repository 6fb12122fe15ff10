import {
  align,
  askInformation,
  askStatus,
  bold,
  code128,
  codePage,
  cut,
  doubleByte,
  ean13,
  feed,
  initialize,
  kick,
  kickNow,
  qrCode,
  reportEveryChange,
  selectPrinter,
  singleByte,
  size,
} from "#drivers/printers/commands.ts";
import { frameEscpos, INFORMATION } from "#drivers/printers/escpos-answers.ts";
import { fences, ProcessIds } from "#drivers/printers/escpos-markers.ts";
import { pictureBands } from "#drivers/printers/escpos-picture.ts";
import type { PrinterLanguage } from "#drivers/printers/language.ts";
import type { Marker } from "#drivers/printers/marker.ts";
import { fromRealTime } from "#drivers/printers/status.ts";
import { GS_I_FIRMWARE, GS_I_FONT, GS_I_MAKER, GS_I_MODEL } from "#drivers/wire/escpos.ts";

const inWords = (n: number): Marker => ({ ask: askInformation(n).bytes, answer: INFORMATION });

/** ESC/POS, the language of Epson and of nearly everyone. */
export const escpos: PrinterLanguage = {
  greeting: [selectPrinter()],
  reset: initialize(),
  report: reportEveryChange(),
  questions: [askStatus(1), askStatus(2), askStatus(3), askStatus(4)],
  identity: {
    maker: inWords(GS_I_MAKER),
    model: inWords(GS_I_MODEL),
    firmware: inWords(GS_I_FIRMWARE),
    font: inWords(GS_I_FONT),
  },
  fromAnswers: fromRealTime,
  framing: frameEscpos,
  kick: (pulse) => [kick(pulse)],
  kickNow: (pulse) => [kickNow(pulse)],
  markers: ({ confirms }, seed) => (confirms === "process-id" ? new ProcessIds(seed) : fences),
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
  picture: pictureBands,
};
