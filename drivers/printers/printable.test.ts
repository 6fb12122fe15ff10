import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, gb18030, hasWide, printable } from "#drivers/printers/printable.ts";
import { toHex } from "#test/support/hex.ts";

describe("text for a Chinese printer", () => {
  it.each([
    ["奶茶 20", "奶茶 20", []],
    ["¥5", "￥5", []],
    ["café", "café", []],
    ["a\tb\nc", "a b c", []],
    ["zero\u200bwidth", "zerowidth", []],
    ["😀", "〓", ["😀"]],
    ["㐀", "〓", ["㐀"]],
    ["naïve ñ ñ", "na?ve ? ?", ["ï", "ñ"]],
    ["\u001b@", "?@", ["\u001b"]],
    ["\ue000", "〓", ["\ue000"]],
  ])("%j becomes %j", (text, expected, replaced) => {
    expect(printable(text)).toEqual({ text: expected, replaced });
  });

  it("takes a column for each byte, so a hanzi takes two", () => {
    expect(columnsOf("奶茶 20")).toBe(7);
    expect(toHex(gb18030("啊"))).toBe("b0 a1");
    expect(hasWide("milk")).toBe(false);
    expect(hasWide("milk 奶")).toBe(true);
  });

  it("never holds a command or a character of four bytes, whatever a product is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (name) => {
        const { text } = printable(name);
        const bytes = gb18030(text);

        expect(bytes.length).toBe(columnsOf(text));
        expect(bytes.every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
      }),
    );
  });
});
