import { expect, test } from "vitest";
import type { PaperRow } from "#simulator/paper/paper.ts";
import { PrinterTable } from "#test/support/printer-table.ts";

function rows(hex: string): readonly PaperRow[] {
  const table = new PrinterTable();
  table.host(hex);
  table.settle();
  return table.printer.paper.receipts[0]?.rows ?? [];
}

test.each([
  [0, "1b 2a 00 01 00 81 0a", [0x80, 0, 0, 0, 0, 0, 0, 0x80], { scaleX: 2, scaleY: 3 }],
  [1, "1b 2a 01 01 00 81 0a", [0x80, 0, 0, 0, 0, 0, 0, 0x80], { scaleX: 1, scaleY: 3 }],
])("ESC * %i: eight dots a column, 24 on paper", (_m, hex, bits, scale) => {
  const [row] = rows(hex);

  expect(row).toMatchObject({ kind: "raster", heightDots: 24, ...scale });
  expect(row?.kind === "raster" && [...row.bits]).toEqual(bits);
});

test.each([
  [32, 2],
  [33, 1],
])("ESC * %i: 24 dots a column", (m, scaleX) => {
  const [row] = rows(`1b 2a ${m.toString(16)} 02 00 80 00 00 00 00 01 0a`);
  const bits = row?.kind === "raster" ? [...row.bits] : [];

  expect(row).toMatchObject({ heightDots: 24, scaleX, scaleY: 1 });
  expect([bits[0], bits[23], bits.length]).toEqual([0x80, 0x40, 24]);
});

test("strips of one kind stand side by side, below the text, in a line of its spacing", () => {
  const printed = rows("41 1b 2a 01 01 00 ff 1b 2a 01 01 00 ff 0a 42 0a");

  expect(printed.map(({ kind, heightDots }) => [kind, heightDots])).toEqual([
    ["text", 30],
    ["raster", 24],
    ["feed", 6],
    ["text", 30],
  ]);
  expect(printed[1]?.kind === "raster" && printed[1].bits[0]).toBe(0xc0);
});

test("strips at a line spacing of 24 dots join without a gap", () => {
  const strip = "1b 2a 21 01 00 ff ff ff 0a";

  expect(rows(`1b 33 18 ${strip} ${strip}`).map(({ heightDots }) => heightDots)).toEqual([24, 24]);
});
