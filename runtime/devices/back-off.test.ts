import { expect, it } from "vitest";
import { BackOff } from "#runtime/devices/back-off.ts";
import { millis } from "#state/base/units.ts";

it("waits 0.25 s, doubling to 5 s, and begins anew after a try that lasted", () => {
  const backOff = new BackOff();
  const waits = Array.from({ length: 7 }, () => backOff.next(millis(10)));

  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  expect(backOff.next(millis(5001))).toBe(250);
});
