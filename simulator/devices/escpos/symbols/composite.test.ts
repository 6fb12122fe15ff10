import { expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperPicture } from "#simulator/paper/paper-picture.ts";
import { fromHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readCodes } from "#test/support/read-codes.ts";

const hex = (text: string) => [...text].map((each) => each.charCodeAt(0).toString(16)).join(" ");
const length = (count: number) => count.toString(16).padStart(2, "0");

/** `GS ( k` with cn 52: function 480 for both parts, font, print, size. */
const store = (part: number, kind: number, data: string) =>
  `1d 28 6b ${length(data.length + 5)} 00 34 50 30 ${part} ${kind.toString(16)} ${hex(data)}`;
const font = (n: string) => `1d 28 6b 03 00 34 48 ${n}`;
const PRINT = "1d 28 6b 03 00 34 51 30";
const TELL_SIZE = "1d 28 6b 03 00 34 52 30";

function printed(kind: number, data: string, select: string) {
  const table = new PrinterTable();
  table.host(`${font(select)} ${store(30, kind, data)} ${store(31, 65, "99A")} ${PRINT}`);
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  const row = receipt?.rows[0];
  if (receipt === undefined || row?.kind !== "raster") throw new Error("no symbol");
  return { table, receipt, row };
}

test.each([
  [65, "9638507", "96385074"],
  [65, "96385074", "96385074"],
  [66, "331234567890", "3312345678903"],
  [67, "01234567890", "012345678905"],
  [68, "123450", "01234505"],
  [68, "123433", "01234337"],
  [68, "123454", "01234543"],
  [68, "123457", "01234572"],
  [69, "01234000005", "01234543"],
  [70, "2401234567890", "(01)24012345678905"],
  [71, "2401234567890", "(01)24012345678905"],
  [74, "1401234567890", "(01)14012345678908"],
  [75, "0124012345678905", "(01)24012345678905"],
  [77, "0124012345678905{110A", "(01)24012345678905(10)A"],
])("below a linear part of kind %i, %s, stands %s", (kind, data, text) => {
  expect(printed(kind, data, "31").row.label).toEqual({ text, font: "A" });
});

test.each([
  [72, "2401234567890"],
  [73, "2401234567890"],
  [76, "0124012345678905"],
])("below one of several rows, kind %i, stands nothing", (kind, data) => {
  expect(printed(kind, data, "31").row.label).toBeUndefined();
});

test.each([
  ["00", 0],
  ["01", 2 + 24],
  ["32", 2 + 17],
  ["33", 0],
])("function 472 with %s makes it %i dots higher, in what it tells too", (select, dots) => {
  const { table, row, receipt } = printed(66, "331234567890", select);
  // 37 50, width, 1f, height, 1f.
  const heard = `${table.host(TELL_SIZE)} ${table.settle()}`.trim();
  const [, height = 0] = new TextDecoder()
    .decode(fromHex(heard).subarray(2))
    .split("\x1f")
    .map(Number);
  const bare = printed(66, "331234567890", "30").row;

  expect(row.heightDots - bare.heightDots).toBe(dots);
  expect(height).toBe(row.heightDots);
  const below = paperDots(receipt).dots.subarray(576 * bare.heightDots, 576 * height);
  expect(below.includes(1)).toBe(dots > 0);
  expect(paperPicture(receipt).includes(">3</text>")).toBe(dots > 0);
});

test("the symbol above its text is read as before", async () => {
  const { receipt } = printed(66, "331234567890", "31");

  const codes = await readCodes(paperDots(receipt));
  expect(codes.map(({ text }) => text)).toContain("3312345678903");
});
