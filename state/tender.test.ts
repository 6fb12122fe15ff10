import fc from "fast-check";
import { expect, test } from "vitest";
import { quickCash } from "./tender.ts";

test.each([
  [350, [350, 500, 1000, 2000, 5000]],
  [500, [500, 1000, 2000, 5000, 10_000]],
  [990, [990, 1000, 2000, 5000, 10_000]],
  [3570, [3570, 4000, 5000, 10_000]],
  [10_000, [10_000]],
  [12_350, [12_350, 12_500, 13_000, 14_000, 15_000]],
  [0, []],
])("when %i fen are due the buttons are %j", (due, buttons) => {
  expect(quickCash(due)).toEqual(buttons);
});

test("the first button is the exact amount; the others rise, and each is enough", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_00 }), (due) => {
      const [exact, ...more] = quickCash(due);

      expect(exact).toBe(due);
      expect(more.length).toBeLessThanOrEqual(4);
      for (const [index, amount] of more.entries()) {
        expect(amount).toBeGreaterThan(index === 0 ? due : (more[index - 1] ?? due));
        expect(amount % 500).toBe(0);
        expect(amount - due).toBeLessThan(10_000);
      }
    }),
  );
});

test("a sale that gives money back has no cash buttons", () => {
  expect(quickCash(-100)).toEqual([]);
});
