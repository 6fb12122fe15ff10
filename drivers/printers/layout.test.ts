import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charsetOf } from "#drivers/printers/charset.ts";
import { CommandWriter } from "#drivers/printers/command-writer.ts";
import { escpos } from "#drivers/printers/escpos-language.ts";
import { Layout } from "#drivers/printers/layout.ts";
import type { Align } from "#state/base/document.ts";
import { commandsOf } from "#test/support/printer-commands.ts";
import {
  columnsOf,
  justify,
  readableColumns,
  readableLabel,
  readablePrintable,
  readableText,
} from "#test/support/readable-layout.ts";

const chinese = charsetOf({ hanzi: true, codePages: {} });
const sides = ["left", "center", "right"] as const;

/** What stands on a paper of so many columns, blanks and all. */
function rowsOf(width: number, write: (layout: Layout) => void): readonly string[] {
  const writer = new CommandWriter();
  const layout = new Layout(chinese, escpos, writer);
  layout.open();
  write(layout);
  const rows: string[] = [];
  let side: Align = "left";
  for (const { name, bytes } of commandsOf(writer.finish()).slice(1)) {
    if (name === "ESC a") side = sides[bytes[2] ?? 0] ?? "left";
    else {
      expect([name, bytes.at(-1)]).toEqual(["text", 0x0a]);
      const row = new TextDecoder("gb18030").decode(bytes.subarray(0, -1));
      expect(row.at(-1)).not.toBe(" ");
      rows.push(justify(row, side, width));
    }
  }
  return rows;
}

describe("a paragraph", () => {
  it.each([
    ["breaks at a space", "one two three", 8, ["one two ", "three   "]],
    ["breaks beside hanzi, never inside one", "纯牛奶纯牛奶", 5, ["纯牛 ", "奶纯 ", "牛奶 "]],
    ["breaks a word that is longer than the paper", "abcdefghij", 4, ["abcd", "efgh", "ij  "]],
    ["keeps its indentation", "  a", 8, ["  a     "]],
    ["may be empty", "", 8, ["        "]],
    ["drops the space at a break", "abcd efgh", 4, ["abcd", "efgh"]],
  ])("%s", (_, text, width, rows) => {
    expect(rowsOf(width, (layout) => layout.paragraph(text, "left", width))).toEqual(rows);
  });

  it.each([
    ["left", "ab   "],
    ["center", " ab  "],
    ["right", "   ab"],
  ] as const)("is set %s", (align, row) => {
    expect(rowsOf(5, (layout) => layout.paragraph("ab", align, 5))).toEqual([row]);
  });
});

describe("a label and its value", () => {
  it.each([
    ["share a row, the value flush right", "合计", "65.00", ["合计       65.00"]],
    [
      "put the value on the last row of a long label",
      "one two three",
      "65.00",
      ["one two         ", "three      65.00"],
    ],
    [
      "part when the value leaves no room",
      "id",
      "ABCDEFGHIJKL",
      ["id              ", "    ABCDEFGHIJKL"],
    ],
  ])("%s", (_, label, value, rows) => {
    expect(rowsOf(16, (layout) => layout.label(label, value, 16))).toEqual(rows);
  });
});

describe("columns", () => {
  it("wrap in their own width and stay in line", () => {
    const cells = [
      { text: "牛奶 milk 礼盒", tenths: 5, align: "left" },
      { text: "2", tenths: 2, align: "right" },
      { text: "9.00", tenths: 3, align: "right" },
    ] as const;

    expect(rowsOf(20, (layout) => layout.columns(cells, 20))).toEqual([
      "牛奶 milk   2   9.00",
      "礼盒                ",
    ]);
  });

  it("stand one below the other when there is no room side by side", () => {
    const cells = [
      { text: "a", tenths: 0, align: "left" },
      { text: "b", tenths: 10, align: "right" },
    ] as const;

    expect(rowsOf(8, (layout) => layout.columns(cells, 8))).toEqual(["a       ", "       b"]);
  });
});

describe("every row is as wide as the paper, and what the slow, readable way would set:", () => {
  const likely = fc.constantFrom("奶", "a", " ", "  ", "￥", "é", "\u0301", "\u3000", "😀", "\t");
  const unit = fc.oneof(likely, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }));
  const text = fc.array(unit, { maxLength: 90 }).map((parts) => parts.join(""));
  const width = fc.constantFrom(16, 24, 32, 42, 48);
  const align = fc.constantFrom("left", "center", "right");
  const safe = (raw: string) => readablePrintable(raw).text;

  function agree(rows: readonly string[], expected: readonly string[], w: number) {
    expect(rows).toEqual(expected);
    expect(rows.every((row) => columnsOf(row) === w)).toBe(true);
  }

  it("a paragraph", () => {
    fc.assert(
      fc.property(text, width, align, (t, w, side) => {
        const rows = rowsOf(w, (layout) => layout.paragraph(t, side, w));
        agree(rows, readableText(safe(t), side, w), w);
      }),
    );
  });

  it("a label and its value", () => {
    fc.assert(
      fc.property(text, text, width, (label, value, w) => {
        const rows = rowsOf(w, (layout) => layout.label(label, value, w));
        agree(rows, readableLabel(safe(label), safe(value), w), w);
      }),
    );
  });

  it("columns", () => {
    const split = fc.constantFrom([10], [5, 5], [5, 2, 3], [1, 1, 8], [4, 2, 2, 2]);
    fc.assert(
      fc.property(split, fc.array(text, { minLength: 4, maxLength: 4 }), width, (tenths, t, w) => {
        const cells = tenths.map((share, index) => {
          return { text: t[index] ?? "", tenths: share, align: "right" } as const;
        });
        const safeCells = cells.map((cell) => ({ ...cell, text: safe(cell.text) }));
        const rows = rowsOf(w, (layout) => layout.columns(cells, w));
        agree(rows, readableColumns(safeCells, w), w);
      }),
    );
  });
});
