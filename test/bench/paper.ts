import { ReceiptPrinter } from "../../simulator/devices/receipt-printer.ts";
import type { Glyph } from "../../simulator/paper/paper.ts";
import { millis } from "../../state/base/units.ts";

/** The rows of characters that a virtual printer of 80 mm makes of a job. */
function rowsOf(job: Uint8Array): (readonly Glyph[])[] {
  const printer = new ReceiptPrinter({ receiveBufferBytes: 1 << 20 });
  printer.receive(job, millis(0));
  for (let due = printer.deadline; due !== null; due = printer.deadline) printer.wake(due);
  const rows = printer.paper.receipts.flatMap(({ rows }) => rows);
  return rows.flatMap((row) => (row.kind === "text" ? [row.glyphs] : []));
}

const paperDots = 576;
const rule = "rule";

/** A row as its characters without blanks; every line of one character is a `rule`. */
function wordsOf(text: string): string {
  const words = text.replaceAll(" ", "");
  return /^(.)\1{20,}$/.test(words) ? rule : words;
}

/**
 * How many of the wanted rows stand on the paper with their last character at its right edge.
 *
 * @param wanted each as it reads; blanks do not count
 */
export function straightRows(job: Uint8Array, wanted: readonly string[]): number {
  const straight = rowsOf(job).flatMap((glyphs) => {
    const last = glyphs.findLast(({ text }) => text !== " ");
    const edge = last === undefined ? 0 : last.xDots + last.widthDots;
    return edge === paperDots ? [wordsOf(glyphs.map(({ text }) => text).join(""))] : [];
  });
  return wanted.filter((row) => straight.includes(wordsOf(row))).length;
}
