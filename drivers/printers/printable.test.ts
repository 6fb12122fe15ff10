import fc from "fast-check";
import { expect, it } from "vitest";
import { charsetOf } from "#drivers/printers/charset.ts";
import { printable } from "#drivers/printers/printable.ts";

const chinese = charsetOf({ hanzi: true, codePages: {} });

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
  expect(printable(text, chinese)).toEqual({ text: expected, replaced });
});

it("leaves nothing without a code, whatever a product is called", () => {
  const [{ codes }] = chinese.tables;
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (name) => {
      const { text } = printable(name, chinese);

      expect(Array.from(text).every((one) => codes[one.charCodeAt(0)] !== 0)).toBe(true);
    }),
  );
});
