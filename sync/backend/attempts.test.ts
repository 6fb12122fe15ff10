import { describe, expect, it } from "vitest";
import { waitAfter } from "./attempts.ts";

describe("the wait after failures", () => {
  it.each([
    [1, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [9, 480],
    [10, 900],
    [100, 900],
  ])("after %i failures of 5 it is %i seconds", (failures, seconds) => {
    expect(waitAfter(failures, 5)).toBe(seconds * 1000);
  });
});
