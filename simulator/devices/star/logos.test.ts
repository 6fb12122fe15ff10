import { expect, test } from "vitest";
import { PrinterTable } from "#test/support/printer-table.ts";

/** A logo of eight dots each way, in columns. */
const LOGO = "1b 1c 71 01 01 00 01 00 ff 81 81 81 81 81 81 0f";
const rowsOf = (table: PrinterTable) => table.printer.paper.receipts.flatMap(({ rows }) => rows);

function star(hex: string): PrinterTable {
  const table = new PrinterTable({ language: "star-line" });
  table.host(hex);
  table.settle();
  return table;
}

test.each([
  ["in the middle", "1b 1d 61 01 1b 1c 70 01 01", [(576 - 16) / 2]],
  ["behind a margin", "1b 6c 02 1b 1c 70 01 00", [24]],
  ["where the host has moved to", "1b 6c 02 1b 1d 41 08 00 1b 1c 70 01 00", [32]],
  ["below what was in the line", "41 1b 1c 70 01 00", [undefined, 0]],
  ["on no page", "1b 1d 50 30 1b 1c 70 01 00 1b 1e 4c 00", []],
])("a logo stands %s", (_, hex, places) => {
  const table = star(`${LOGO} ${hex}`);

  expect(rowsOf(table).map((row) => (row.kind === "raster" ? row.xDots : undefined))).toEqual(
    places,
  );
});

test("what is cut off is what leaves the print area", () => {
  // Eighty bytes wide, a dot in the last column that fits and one in the next.
  const columns = Array.from({ length: 640 }, (_, x) => (x === 575 || x === 576 ? "80" : "00"));
  const table = star(`1b 1c 71 01 50 00 01 00 ${columns.join(" ")} 1b 1c 70 01 00`);

  const [row] = rowsOf(table);
  expect(row).toMatchObject({ kind: "raster", widthDots: 576 });
  expect(row?.kind === "raster" && [...row.bits].filter((byte) => byte > 0)).toEqual([1]);
});

test("logos and macros outlive the power, what was drawn does not", () => {
  const rows = Array.from({ length: 24 }, () => "80 00").join(" ");
  const table = star(`${LOGO} 1b 1d 2b 01 00 03 00 1b 45 42 0a 1b 26 01 01 41 ${rows}`);
  table.person({ kind: "power", power: "off" }, { kind: "power", power: "on" });
  table.host("1b 25 01 41 0a 1b 1c 70 01 00");
  table.settle();

  // The macro has typed B and turned emphasized printing on; it does so with the first byte.
  expect(rowsOf(table)).toMatchObject([
    { glyphs: [{ text: "B", bold: true }] },
    {
      glyphs: [
        { text: "B", bold: true },
        { text: "A", bold: true },
      ],
    },
    { kind: "raster", widthDots: 8 },
  ]);
});

test("each writing is counted", () => {
  const table = new PrinterTable({ language: "star-line" });
  table.host(`${LOGO} 1b 1e 4c ff 1b 1d 2b 01 00 00 00`);
  table.settle();

  expect(table.events.filter((kind) => kind === "memory written")).toHaveLength(3);
});
