import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";

const folder = new URL("paper/", import.meta.url);
const cases = readdirSync(folder);

/** Bytes typed from the manual; what stands behind a # says which page. */
function bytesOf(name: string): Uint8Array {
  const text = readFileSync(new URL(`${name}/bytes.hex`, folder), "utf8");
  return fromHex(text.replace(/#.*$/gm, ""));
}

function print(bytes: Uint8Array): string {
  const printer = new ReceiptPrinter({ receiveBufferBytes: 1 << 20 });
  printer.receive(bytes, millis(0));
  for (let due = printer.deadline; due !== null; due = printer.deadline) printer.wake(due);
  return printer.paper.receipts.map(paperText).join("");
}

test.each(cases)("the virtual printer prints the manual's %s", (name) => {
  const expected = new URL(`${name}/paper.txt`, folder);
  const paper = print(bytesOf(name));
  if (process.env.GOLDEN_UPDATE !== undefined) writeFileSync(expected, paper);

  expect(paper).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
});

test("no case got lost", () => {
  expect(cases).toHaveLength(33);
});
