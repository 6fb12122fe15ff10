import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnRows, justify, labelRows, textRows, wrap } from "#drivers/printers/layout.ts";
import { columnsOf, printable } from "#drivers/printers/printable.ts";

describe("a paragraph", () => {
  it.each([
    ["breaks at a space", "one two three", 8, ["one two", "three"]],
    ["breaks beside hanzi, never inside one", "纯牛奶纯牛奶", 5, ["纯牛", "奶纯", "牛奶"]],
    ["breaks a word that is longer than the paper", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["keeps its indentation", "  a", 8, ["  a"]],
    ["may be empty", "", 8, [""]],
    ["drops the space at a break", "abcd efgh", 4, ["abcd", "efgh"]],
  ])("%s", (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it("is set left, centered or right", () => {
    expect(justify("ab", "left", 5)).toBe("ab   ");
    expect(justify("ab", "center", 5)).toBe(" ab  ");
    expect(justify("ab", "right", 5)).toBe("   ab");
  });
});

describe("a label and its value", () => {
  it("share a row, the value flush right", () => {
    expect(labelRows("合计", "65.00", 16)).toEqual(["合计       65.00"]);
  });

  it("put the value on the last row of a long label", () => {
    expect(labelRows("one two three", "65.00", 16)).toEqual([
      "one two         ",
      "three      65.00",
    ]);
  });

  it("part when the value leaves no room", () => {
    expect(labelRows("id", "ABCDEFGHIJKL", 16)).toEqual(["id              ", "    ABCDEFGHIJKL"]);
  });

  it("lose nothing of a value that is wider than the paper", () => {
    const rows = labelRows("id", "ABCDEFGHIJKLMNOPQRST", 16);

    expect(rows.map((row) => row.trim())).toEqual(["id", "ABCDEFGHIJKLMNOP", "QRST"]);
  });
});

describe("columns", () => {
  it("wrap in their own width and stay in line", () => {
    const cells = [
      { text: "牛奶 milk 礼盒", tenths: 5, align: "left" },
      { text: "2", tenths: 2, align: "right" },
      { text: "9.00", tenths: 3, align: "right" },
    ] as const;

    expect(columnRows(cells, 20)).toEqual(["牛奶 milk   2   9.00", "礼盒                "]);
  });

  it("stand one below the other when there is no room side by side", () => {
    const cells = [
      { text: "a", tenths: 0, align: "left" },
      { text: "b", tenths: 10, align: "right" },
    ] as const;

    expect(columnRows(cells, 8)).toEqual(["a       ", "       b"]);
  });
});

describe("every row", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 120 }).map((raw) => printable(raw).text);
  const width = fc.constantFrom(16, 24, 32, 42, 48);

  it("of a paragraph is exactly as wide as the paper, and no letter is lost", () => {
    fc.assert(
      fc.property(text, width, fc.constantFrom("left", "center", "right"), (t, w, align) => {
        const rows = textRows(t, align, w);

        expect(rows.every((row) => columnsOf(row) === w)).toBe(true);
        expect(rows.join("").replaceAll(" ", "")).toBe(t.replaceAll(" ", ""));
      }),
    );
  });

  it("of a label and value is exactly as wide as the paper", () => {
    fc.assert(
      fc.property(text, text, width, (label, value, w) => {
        const rows = labelRows(label, value, w);

        expect(rows.every((row) => columnsOf(row) === w)).toBe(true);
        const letters = rows.join("").replaceAll(" ", "");
        expect(letters).toBe((label + value).replaceAll(" ", ""));
      }),
    );
  });

  it("of columns is exactly as wide as the paper", () => {
    const split = fc.constantFrom([10], [5, 5], [5, 2, 3], [1, 1, 8], [4, 2, 2, 2]);
    fc.assert(
      fc.property(split, fc.array(text, { minLength: 4, maxLength: 4 }), width, (tenths, t, w) => {
        fc.pre(w >= 32);
        const cells = tenths.map((share, index) => {
          return { text: t[index] ?? "", tenths: share, align: "right" } as const;
        });

        expect(columnRows(cells, w).every((row) => columnsOf(row) === w)).toBe(true);
      }),
    );
  });
});
