import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PrinterOptions } from "#simulator/devices/printer-options.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import { paperRows } from "#test/support/paper-rows.ts";

const folder = new URL("paper/", import.meta.url);
const cases = readdirSync(folder);

/** Bytes typed from the manual; what stands behind a # says which page. */
function bytesOf(name: string): Uint8Array {
  const text = readFileSync(new URL(`${name}/bytes.hex`, folder), "utf8");
  return fromHex(text.replace(/#.*$/gm, ""));
}

/** An ESC/POS printer of 80 mm, unless the case says otherwise. */
function optionsOf(name: string): PrinterOptions {
  const file = new URL(`${name}/printer.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as PrinterOptions) : {};
}

function print(name: string) {
  const printer = new ReceiptPrinter({ receiveBufferBytes: 1 << 20, ...optionsOf(name) });
  const { events } = printer.receive(bytesOf(name), millis(0));
  const said = [...events];
  for (let due = printer.deadline; due !== null; due = printer.deadline) {
    said.push(...printer.wake(due).events);
  }
  return { receipts: printer.paper.receipts, said };
}

function expectFile(name: string, file: string, content: string): void {
  const expected = new URL(`${name}/${file}`, folder);
  if (process.env.GOLDEN_UPDATE !== undefined) writeFileSync(expected, content);
  expect(content).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
}

test.each(cases)("the virtual printer prints the manual's %s", (name) => {
  const { receipts } = print(name);

  expectFile(name, "paper.txt", receipts.map(paperText).join(""));
});

/** In dots too: every job of a Star. */
const inDots = cases.filter((name) => name.startsWith("star-"));

test.each(inDots)("and knows every command of %s, to the dot", (name) => {
  const { receipts, said } = print(name);

  expect(said.map(({ kind }) => kind)).not.toContain("unknown command");
  expectFile(name, "rows.txt", receipts.map(paperRows).join(""));
});

test("no case got lost", () => {
  expect(cases).toHaveLength(42);
});
