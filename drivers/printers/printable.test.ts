import fc from "fast-check";
import { expect, it } from "vitest";
import { hanzi } from "#drivers/printers/charset.ts";
import { printable } from "#drivers/printers/printable.ts";

it.each([
  ["奶茶 20", "奶茶 20", []],
  ["café", "café", []],
  ["zero\u200bwidth", "zerowidth", []],
  ["😀", "〓", ["😀"]],
  ["㐀", "〓", ["㐀"]],
  ["naïve ñ ñ", "na?ve ? ?", ["ï", "ñ"]],
  ["\u001b@", "?@", ["\u001b"]],
  ["\ue000", "〓", ["\ue000"]],
])("%j becomes %j", (text, expected, replaced) => {
  expect(printable(text, hanzi())).toEqual({ text: expected, replaced });
});

it("leaves nothing without a code, whatever a product is called", () => {
  const { codes } = hanzi();
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (name) => {
      const { text } = printable(name, hanzi());

      expect(Array.from(text).every((one) => codes[one.charCodeAt(0)] !== 0)).toBe(true);
    }),
  );
});
