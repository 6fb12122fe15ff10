import { expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readCodes } from "#test/support/read-codes.ts";

/** `ESC b` of a type in a mode of n3, digits below, 80 dots. */
const bars = (type: number, mode: number, text: string) => {
  const bytes = [0x1b, 0x62, type, 2, mode, 80, ...Buffer.from(text, "latin1"), 0x1e];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
};

async function read(job: string) {
  const table = new PrinterTable({ language: "star-line" });
  // In the middle, with paper on both sides.
  table.host(`1b 1d 61 01 ${job}`);
  table.settle();
  const receipts = table.printer.paper.receipts;
  const codes = await Promise.all(receipts.map((receipt) => readCodes(paperDots(receipt))));
  return codes.flat().map(({ format, text }) => `${format} ${text}`);
}

const threeModes = [1, 2, 3];
const nineModes = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test.each([
  [1, threeModes, "01234567890", "EAN13 0012345678905"],
  [2, threeModes, "9638507", "EAN8 96385074"],
  [3, threeModes, "690123456789", "EAN13 6901234567892"],
  [4, nineModes, "TEA-1", "Code39 TEA-1"],
  [5, nineModes, "1234567", "ITF 01234567"],
  [6, threeModes, "50%0 {x}", "Code128 50% {x}"],
  [6, threeModes, "%71234", "Code128 1234"],
  [6, threeModes, "%81234", "Code128 1234"],
  [7, threeModes, "A%01", "Code93 A%1"],
  [8, nineModes, "A1234B", "Codabar A1234B"],
])("a reader reads type %i in every mode", async (type, modes, data, expected) => {
  for (const mode of modes) expect(await read(bars(type, mode, data))).toEqual([expected]);
});

test("a UPC-E is shortened by the printer", async () => {
  expect(await read(bars(0, 2, "01234500006"))).toEqual(["UPCE 0012345000065"]);
});

test.each([
  [0, "91234567890"],
  [3, "69"],
  [6, "%9"],
  [6, "%8123"],
  [6, "5%"],
  [7, "%1A"],
])("type %i refuses %s", async (type, data) => {
  const table = new PrinterTable({ language: "star-line" });

  table.host(bars(type, 1, data));

  expect(table.events).toEqual(["not printed"]);
});
