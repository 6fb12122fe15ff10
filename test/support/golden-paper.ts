import { existsSync, readFileSync } from "node:fs";
import type { PrinterOptions } from "#simulator/devices/printer-options.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "./hex.ts";

/**
 * Prints a case of `golden/paper/`: the bytes of its `bytes.hex`, where a # begins a comment, on an
 * ESC/POS printer of 80 mm or the one that its `printer.json` says.
 */
export function printCase(folder: URL) {
  const text = readFileSync(new URL("bytes.hex", folder), "utf8");
  const printer = new ReceiptPrinter({ receiveBufferBytes: 1 << 20, ...optionsIn(folder) });
  const { events } = printer.receive(fromHex(text.replace(/#.*$/gm, "")), millis(0));
  const said = [...events];
  for (let due = printer.deadline; due !== null; due = printer.deadline) {
    said.push(...printer.wake(due).events);
  }
  return { receipts: printer.paper.receipts, events: said };
}

function optionsIn(folder: URL): PrinterOptions {
  const file = new URL("printer.json", folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as PrinterOptions) : {};
}
