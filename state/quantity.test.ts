import fc from "fast-check";
import { expect, test } from "vitest";
import { thousandths } from "./base/units.ts";
import { extend, formatQuantity, isWhole, pieces } from "./quantity.ts";

test.each([
  [1280, 1234, 1580],
  [200, 3000, 600],
  [1, 500, 1],
  [1, 499, 0],
  [999_999_99, 9_999_000, 999_899_990_001],
])("at %i fen, %i thousandths cost %i fen, half a fen rounded up", (price, quantity, amount) => {
  expect(extend(price, thousandths(quantity))).toBe(amount);
});

test("whole pieces cost their price each", () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 9999 }), (price, count) => {
      expect(extend(price, thousandths(count * 1000))).toBe(price * count);
    }),
  );
});

test("more of the same never costs less", () => {
  const quantity = fc.integer({ min: 1, max: 9_999_000 });
  fc.assert(
    fc.property(fc.nat(10_000_000), quantity, quantity, (price, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];

      expect(extend(price, thousandths(more))).toBeGreaterThanOrEqual(
        extend(price, thousandths(less)),
      );
    }),
  );
});

test.each([
  [1000, true],
  [12_000, true],
  [1500, false],
  [1, false],
])("%i thousandths in whole pieces: %s", (quantity, whole) => {
  expect(isWhole(quantity)).toBe(whole);
});

test.each([
  [2000, "2"],
  [1234, "1.234"],
  [750, "0.750"],
  [1, "0.001"],
  [9_999_000, "9999"],
])("%i thousandths are written %s", (quantity, text) => {
  expect(formatQuantity(quantity)).toBe(text);
});

test("a weighed line is one piece, whatever it weighs", () => {
  expect(pieces("EA", 3000)).toBe(3);
  expect(pieces("KGM", 1234)).toBe(1);
});
