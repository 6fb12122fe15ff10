import fc from "fast-check";
import { expect, test } from "vitest";
import { basisPoints, millis, minor, sequence, thousandths } from "./units.ts";

const units = { basisPoints, millis, minor, sequence, thousandths };

test.each(Object.entries(units))("%s takes any whole number as it is", (_, unit) => {
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => unit(value) === value));
});

test.each(Object.entries(units))("%s takes no fraction, and nothing past exactness", (_, unit) => {
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => unit(value)).toThrow(RangeError);
  }
});
