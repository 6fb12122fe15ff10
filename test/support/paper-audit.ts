import { settingsOf } from "#drivers/printers/languages.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import type { ReceiptDocument } from "#state/base/document.ts";
import { millis } from "#state/base/units.ts";

/** Where nothing cuts, a hand tears at the gap. */
const gap = /\n{4,}/;

/** Slips without the blank paper around what is on them; blank ones are nothing. */
export const printedSlips = (slips: readonly string[]): readonly string[] =>
  slips
    .flatMap((slip) => slip.split(gap))
    .map((slip) => slip.replace(/\[.*cut\]/, "").trim())
    .filter((slip) => slip !== "");

/** How a document looks on a printer that nothing befalls. */
export function undisturbed(document: ReceiptDocument, model: PrinterModel): string {
  const widthDots = model.paperDots === 384 ? 384 : 576;
  const language = model.speaks;
  const printer = new ReceiptPrinter({ language, widthDots, receiveBufferBytes: 1_000_000 });
  const { lines } = new ReceiptEncoder(model).encode(document);
  const all = [...settingsOf(model).flatMap(({ bytes }) => [...bytes]), ...lines.bytes];
  printer.receive(Uint8Array.from(all), millis(0));
  for (let due = printer.deadline; due !== null; due = printer.deadline) printer.wake(due);
  return printer.paper.receipts.map(paperText).join("").trim();
}
