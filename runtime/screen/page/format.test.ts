import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countdown,
  money,
  parseKilograms,
  parsePieces,
  parseYuan,
  percent,
  quantity,
  shortMoney,
} from "./format.ts";

describe("what the cashier reads", () => {
  test.each([
    [0, "¥0.00"],
    [5, "¥0.05"],
    [1230, "¥12.30"],
    [123_456_789, "¥1,234,567.89"],
    [-5, "-¥0.05"],
    [Number.MAX_SAFE_INTEGER, "¥90,071,992,547,409.91"],
  ])("%i fen are %s", (fen, text) => {
    expect(money(fen)).toBe(text);
  });

  test("a note shows no zeros, an odd amount shows them all", () => {
    expect([5000, 1230, 100_000].map(shortMoney)).toEqual(["¥50", "¥12.30", "¥1,000"]);
  });

  test("pieces are whole, kilograms always show grams", () => {
    expect(quantity(2000, "EA")).toBe("2");
    expect(quantity(10_000, "EA")).toBe("10");
    expect(quantity(1200, "KGM")).toBe("1.200");
    expect(quantity(4, "KGM")).toBe("0.004");
  });

  test("a tax rate is a percentage without idle zeros", () => {
    expect([1300, 900, 450, 0, 2000].map(percent)).toEqual(["13%", "9%", "4.5%", "0%", "20%"]);
  });

  test("a countdown reaches 0:00 only when the time is over", () => {
    expect([600_000, 59_001, 1, 0, -5000].map(countdown)).toEqual([
      "10:00",
      "1:00",
      "0:01",
      "0:00",
      "0:00",
    ]);
  });
});

describe("what the cashier types", () => {
  test.each([
    ["12.3", 1230],
    ["12.30", 1230],
    ["12", 1200],
    ["12.", 1200],
    [".5", 50],
    ["0.29", 29],
    ["1.005", null],
    ["0", null],
    ["0.00", null],
    ["", null],
    [".", null],
    ["1.2.3", null],
    ["-5", null],
    ["1e3", null],
    ["1234567890", null],
  ])("%j yuan are %j fen", (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  test("kilograms take three decimals, pieces take none", () => {
    expect(parseKilograms("1.234")).toBe(1234);
    expect(parseKilograms("1.2345")).toBeNull();
    expect(parsePieces("3")).toBe(3000);
    expect(parsePieces("3.5")).toBeNull();
  });

  test("every amount that is shown can be typed back without losing a fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (fen) => {
        expect(parseYuan(money(fen).slice(1).replaceAll(",", ""))).toBe(fen);
      }),
    );
  });
});
