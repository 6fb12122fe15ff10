import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import { readCodes } from "#test/support/read-codes.ts";

/** What a camera sees on the papers that other tests only know by their names. */
async function codesOn(name: string): Promise<readonly string[]> {
  const text = readFileSync(new URL(`paper/${name}/bytes.hex`, import.meta.url), "utf8");
  const printer = new ReceiptPrinter({ receiveBufferBytes: 1 << 20 });
  printer.receive(fromHex(text.replace(/#.*$/gm, "")), millis(0));
  for (let due = printer.deadline; due !== null; due = printer.deadline) printer.wake(due);
  const found = await Promise.all(
    printer.paper.receipts.map((receipt) => readCodes(paperDots(receipt))),
  );
  return [...new Set(found.flat().map(({ format, text: said }) => `${format} ${said}`))].toSorted();
}

test("matrix symbols can be read off the paper", async () => {
  // The reader finds a MaxiCode only where it is alone: `maxicode.test.ts`.
  expect(await codesOn("symbols-matrix")).toEqual([
    "Aztec aztec",
    "DataMatrix matrix",
    "MicroQRCode 12345",
    "QRCode 12345",
    "QRCode abcde",
  ]);
});

test("stacked symbols can be read off the paper", async () => {
  // The linear part of the composite; the reader does not know the other.
  expect(await codesOn("symbols-stacked")).toEqual([
    "DataBarExpStk 012401234567890510ABC123",
    "DataBarStk 0124012345678905",
    "EAN13 3312345678903",
    "PDF417 guitai47",
  ]);
});
