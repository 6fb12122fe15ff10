import { expect, it } from "vitest";
import { countMark } from "#drivers/printers/star-answers.ts";
import { EtbCounter } from "#drivers/printers/star-markers.ts";
import { toHex } from "#test/support/hex.ts";

function askedAt(count: number) {
  const counter = new EtbCounter();
  counter.heard(countMark(count));
  const { ask, answer } = counter.next();
  return { etbs: ask.length, answer };
}

it("waits for one more than the printer has counted", () => {
  expect(askedAt(0)).toEqual({ etbs: 1, answer: countMark(1) });
  expect(askedAt(30)).toEqual({ etbs: 1, answer: countMark(31) });
});

it("never waits for 0, which is also what a printer says that was just switched on", () => {
  expect(askedAt(31)).toEqual({ etbs: 2, answer: countMark(1) });
});

it("sees progress in a count that has changed, not in one that is told again", () => {
  const counter = new EtbCounter();

  expect([1, 1, 2].map((count) => counter.heard(countMark(count)))).toEqual([true, false, true]);
});

it("waits in vain for a printer that tells no count", () => {
  const counter = new EtbCounter();

  expect(Array.from({ length: 32 }, (_, n) => countMark(n))).not.toContain(counter.next().answer);
});

it.each([
  [0, "17 17", 2],
  [1, "17 17 17", 3],
  [2, "17", 1],
  [31, "17", 1],
])("counts anew at rest, to where %i and one more never stand", (count, etbs, awaited) => {
  const counter = new EtbCounter();
  counter.heard(countMark(count));
  const { ask, answer } = counter.atRest();

  expect(toHex(ask)).toBe(`1b 1e 45 00 ${etbs}`);
  expect(answer).toBe(countMark(awaited));
});
