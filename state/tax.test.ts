import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minor } from "./base/units.ts";
import { sum } from "./money.ts";
import { taxGroups, taxWithin } from "./tax.ts";

describe("the tax within a price", () => {
  test.each([
    [113_00, 1300, 13_00],
    [9_90, 1300, 1_14],
    [109_00, 900, 9_00],
    [106_00, 600, 6_00],
    [100, 0, 0],
    [0, 1300, 0],
    [-113_00, 1300, -13_00],
  ])("%i fen at %i hundredths of a percent hold %i", (gross, rate, tax) => {
    expect(taxWithin(minor(gross), rate)).toBe(tax);
  });

  test("added to the net is the rate of that net, to the nearest fen", () => {
    const rates = fc.constantFrom(0, 300, 600, 900, 1300, 10_000);
    fc.assert(
      fc.property(fc.nat(100_000_000), rates, (gross, rate) => {
        const tax = taxWithin(minor(gross), rate);

        const twiceOff = 2n * (BigInt(gross) * BigInt(rate) - BigInt(tax) * BigInt(10_000 + rate));

        expect(twiceOff < BigInt(10_000 + rate)).toBe(true);
        expect(twiceOff >= -BigInt(10_000 + rate)).toBe(true);
      }),
    );
  });
});

describe("the taxes of a sale", () => {
  test("stand by rate, the highest first, and each is rounded once", () => {
    const groups = taxGroups([
      { amount: 1_58, taxRate: 900 },
      { amount: 9_90, taxRate: 1300 },
      { amount: 9_90, taxRate: 1300 },
      { amount: 5_00, taxRate: 0 },
    ]);

    expect(groups).toEqual([
      { rate: 1300, gross: 19_80, tax: 2_28 },
      { rate: 900, gross: 1_58, tax: 13 },
      { rate: 0, gross: 5_00, tax: 0 },
    ]);
  });

  test("cover every fen of the sale once", () => {
    const line = fc.record({
      amount: fc.nat(1_000_000),
      taxRate: fc.constantFrom(0, 600, 900, 1300),
    });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const groups = taxGroups(lines);

        expect(sum(groups.map(({ gross }) => gross))).toBe(sum(lines.map(({ amount }) => amount)));
        expect(new Set(groups.map(({ rate }) => rate)).size).toBe(groups.length);
        for (const { gross, rate, tax } of groups) expect(tax).toBe(taxWithin(gross, rate));
      }),
    );
  });
});
