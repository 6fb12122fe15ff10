import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minor } from "./base/units.ts";
import { allocate, format, scale, sum } from "./money.ts";

const amounts = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });
/** Small enough for every product to be exact. */
const factors = fc.integer({ min: 0, max: 90_000 });
const divisors = fc.integer({ min: 1, max: 100_000 });

describe("scale", () => {
  test.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [-2, 1, 3, -1],
    [0, 5, 7, 0],
    [1280, 1234, 1000, 1580],
    [Number.MAX_SAFE_INTEGER, 1, 1, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 1_000_000, 1_000_000, Number.MAX_SAFE_INTEGER],
  ])("%i × %i ÷ %i is %i, half away from zero", (amount, numerator, denominator, scaled) => {
    expect(scale(amount, numerator, denominator)).toBe(scaled);
  });

  test("is off the exact ratio by half a unit at most, and by exactly half only outwards", () => {
    fc.assert(
      fc.property(amounts, factors, divisors, (amount, numerator, denominator) => {
        const exact = BigInt(amount) * BigInt(numerator);
        const result = BigInt(scale(amount, numerator, denominator));

        const twiceOff = 2n * (result * BigInt(denominator) - exact);

        const outwards = exact < 0n ? -twiceOff : twiceOff;
        expect(outwards <= BigInt(denominator)).toBe(true);
        expect(outwards > -BigInt(denominator)).toBe(true);
      }),
    );
  });

  test("treats what is owed and what is owing alike", () => {
    fc.assert(
      fc.property(amounts, factors, divisors, (amount, numerator, denominator) => {
        const there = scale(amount, numerator, denominator);

        expect(scale(-amount, numerator, denominator) + there).toBe(0);
      }),
    );
  });

  test("refuses an amount that is no longer exact", () => {
    expect(() => scale(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
  });
});

describe("sum", () => {
  test("adds up, and nothing adds up to nothing", () => {
    expect(sum([350, 990, -40])).toBe(1300);
    expect(sum([])).toBe(0);
  });
});

describe("allocate", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 })
    .filter((all) => all.some((weight) => weight > 0));

  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [1, 0, 2], [3, 0, 7]],
    [1, [1, 1], [1, 0]],
    [5, [3], [5]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
  ])("%i over %j is %j", (amount, over, shares) => {
    expect(allocate(minor(amount), over)).toEqual(shares);
  });

  test("hands out every unit, none twice", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, over) => {
        expect(sum(allocate(minor(amount), over))).toBe(amount);
      }),
    );
  });

  test("gives each share within one unit of its ideal, and nothing for no weight", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, over) => {
        const all = BigInt(sum(over));

        for (const [index, share] of allocate(minor(amount), over).entries()) {
          const weight = BigInt(over[index] ?? 0);
          const off = BigInt(share) * all - BigInt(amount) * weight;
          expect(off < all && -off < all).toBe(true);
          if (weight === 0n) expect(share).toBe(0);
        }
      }),
    );
  });

  test("gives a later line of the same weight no more than an earlier one", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (amount, over) => {
        const shares = allocate(minor(amount), over);

        for (const [index, weight] of over.entries()) {
          const earlier = over.indexOf(weight);
          expect(shares[earlier]).toBeGreaterThanOrEqual(shares[index] ?? 0);
        }
      }),
    );
  });

  test("gives nobody less than one of smaller weight gets", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (amount, over) => {
        const shares = allocate(minor(amount), over);
        const byWeight = over.map((weight, index) => ({ weight, share: shares[index] ?? 0 }));

        const rising = byWeight.sort((a, b) => a.weight - b.weight);

        for (const [index, one] of rising.slice(1).entries()) {
          const lighter = rising[index] ?? one;
          if (lighter.weight < one.weight) {
            expect(one.share).toBeGreaterThanOrEqual(lighter.share);
          }
        }
      }),
    );
  });

  test("splits a debt as it splits a credit", () => {
    fc.assert(
      fc.property(amounts, weights, (amount, over) => {
        const negated = allocate(minor(-amount), over).map((share) => -share || 0);

        expect(negated).toEqual(allocate(minor(amount), over));
      }),
    );
  });

  test("has nobody to give money to when every weight is zero", () => {
    expect(() => allocate(minor(1), [0, 0])).toThrow(RangeError);
    expect(() => allocate(minor(1), [])).toThrow(RangeError);
  });
});

describe("format", () => {
  test.each([
    [0, "0.00"],
    [5, "0.05"],
    [-5, "-0.05"],
    [100, "1.00"],
    [123_456_78, "123456.78"],
    [-1300, "-13.00"],
  ])("%i fen are written %s", (amount, text) => {
    expect(format(amount)).toBe(text);
  });

  test("is read back to the same fen", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(Number(format(amount).replace(".", "")) || 0).toBe(amount || 0);
      }),
    );
  });
});
