import fc from "fast-check";
import { expect, test } from "vitest";
import { civilTime, formatDay, formatTime, wholeSeconds } from "./time.ts";

const instants = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
const offsets = fc.integer({ min: -720, max: 840 });

test("the counter's calendar agrees with the engine's, at any instant and offset", () => {
  fc.assert(
    fc.property(instants, offsets, (at, offset) => {
      const oracle = new Date(at + offset * 60_000);

      expect(civilTime(at, offset)).toEqual({
        year: oracle.getUTCFullYear(),
        month: oracle.getUTCMonth() + 1,
        day: oracle.getUTCDate(),
        hour: oracle.getUTCHours(),
        minute: oracle.getUTCMinutes(),
        second: oracle.getUTCSeconds(),
      });
    }),
    { numRuns: 2000 },
  );
});

test("every day of four centuries has its date", () => {
  const days = Array.from({ length: 146_097 }, (_, day) => Date.UTC(1970, 0, 1 + day));

  const wrong = days.filter(
    (at) => formatDay(civilTime(at, 0)) !== new Date(at).toISOString().slice(0, 10),
  );

  expect(wrong).toEqual([]);
});

test.each([
  ["2026-11-24T05:05:09Z", 480, "2026-11-24 13:05:09"],
  ["2026-12-31T16:00:00Z", 480, "2027-01-01 00:00:00"],
  ["2028-02-28T20:30:00Z", 480, "2028-02-29 04:30:00"],
  ["2026-01-01T00:30:00Z", -60, "2025-12-31 23:30:00"],
  ["2026-06-30T23:45:00Z", 345, "2026-07-01 05:30:00"],
])("%s is %i minutes east %s", (instant, offset, text) => {
  const time = civilTime(Date.parse(instant), offset);

  expect(formatTime(time)).toBe(text);
  expect(formatDay(time)).toBe(text.slice(0, 10));
});

test("nobody is told to wait for less time than it takes", () => {
  expect([0, 1, 999, 1000, 1001].map(wholeSeconds)).toEqual([0, 1, 1, 1, 2]);
});
