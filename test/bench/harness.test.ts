import { describe, expect, it } from "vitest";
import {
  figure,
  median,
  percentile,
  playRounds,
  randomFrom,
  ratio,
  shuffled,
  table,
  times,
} from "./harness.ts";

describe("the median", () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it("of nothing is no number", () => {
    expect(median([])).toBeNaN();
  });
});

describe("a percentile", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.5, 50],
    [0.99, 99],
    [1, 100],
    [0.001, 1],
  ])("is the smallest value that %d of all do not exceed", (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it("of few values is the largest, not one that was never measured", () => {
    expect(percentile([7, 8], 0.99)).toBe(8);
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe("a ratio", () => {
  it("compares inside a round, so a slow round slows nobody", () => {
    const own = [100, 10, 1000];
    const base = [50, 5, 500];

    expect(ratio(own, base)).toBe(2);
  });

  it("is the median of the rounds, not the ratio of the medians", () => {
    expect(ratio([1, 4, 100], [1, 2, 1])).toBe(2);
  });

  it("leaves out a round that the other did not play", () => {
    expect(ratio([2, 8], [1])).toBe(2);
    expect(ratio([2], [0])).toBeNaN();
  });
});

describe("the draw", () => {
  it("keeps every contestant once", () => {
    const drawn = shuffled(["a", "b", "c", "d"], randomFrom(1));

    expect([...drawn].sort()).toEqual(["a", "b", "c", "d"]);
  });

  it("is repeated by its seed and differs by another", () => {
    const items = Array.from({ length: 20 }, (_, index) => index);

    expect(shuffled(items, randomFrom(7))).toEqual(shuffled(items, randomFrom(7)));
    expect(shuffled(items, randomFrom(7))).not.toEqual(shuffled(items, randomFrom(8)));
  });

  it("gives every contestant every place about equally often", () => {
    const random = randomFrom(42);
    const first = { a: 0, b: 0, c: 0 };

    for (let draw = 0; draw < 3000; draw += 1) {
      const [winner] = shuffled(["a", "b", "c"] as const, random);
      if (winner !== undefined) first[winner] += 1;
    }

    for (const count of Object.values(first)) expect(Math.abs(count - 1000)).toBeLessThan(100);
  });
});

it("every contestant runs once a round, never two at a time", async () => {
  const played: string[] = [];
  let running = 0;

  const results = await playRounds({
    names: ["a", "b"],
    rounds: 3,
    random: randomFrom(3),
    run: async (name, round) => {
      running += 1;
      expect(running).toBe(1);
      await Promise.resolve();
      running -= 1;
      played.push(`${round}${name}`);
      return round;
    },
  });

  expect([...played].sort()).toEqual(["0a", "0b", "1a", "1b", "2a", "2b"]);
  expect(Object.fromEntries(results)).toEqual({ a: [0, 1, 2], b: [0, 1, 2] });
});

it("a table stands in columns", () => {
  const text = table(
    ["", "sales/s", "ratio"],
    [
      ["guitai", "1,234", "1.00"],
      ["a longer name", "9", "12.5"],
    ],
  );

  expect(text.split("\n")).toEqual([
    "               sales/s  ratio",
    "-------------  -------  -----",
    "guitai           1,234   1.00",
    "a longer name        9   12.5",
  ]);
});

it.each([
  [12_345.6, "12,346", "12345.6"],
  [99.94, "99.9", "99.9"],
  [0.933, "0.9", "0.93"],
  [Number.NaN, "-", "-"],
])("%d is shown as %s, and as a ratio as %s", (value, asFigure, asTimes) => {
  expect(figure(value)).toBe(asFigure);
  expect(times(value)).toBe(asTimes);
});
