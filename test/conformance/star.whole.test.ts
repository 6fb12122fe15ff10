import Encoder from "@point-of-sale/receipt-printer-encoder";
import { afterEach, beforeEach, expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { readCodes } from "#test/support/read-codes.ts";
import { networkPrinter } from "./network-printer.ts";

let printer: Awaited<ReturnType<typeof networkPrinter>>;

beforeEach(async () => {
  printer = await networkPrinter("star-line");
});
afterEach(() => printer.close());

test("the encoder prints text, bars and QR in Star Line mode, and both can be read", async () => {
  const job = new Encoder({ language: "star-line", columns: 48 })
    .initialize()
    .align("center")
    .line("Tea 3.50")
    .barcode("6901234567892", "ean13", 60)
    .qrcode("https://guitai.example/r/42")
    .cut()
    .encode();

  await printer.send(job);
  const receipt = await printer.receipt();
  const read = await readCodes(paperDots(receipt));

  expect(paperText(receipt)).toContain("Tea 3.50\n");
  expect(read.map(({ text }) => text).sort()).toEqual([
    "6901234567892",
    "https://guitai.example/r/42",
  ]);
});
