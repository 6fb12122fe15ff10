import { describe, expect, it } from "vitest";
import { firstFreeTill } from "./approval.ts";

describe("till numbers", () => {
  it.each([
    [[], "01"],
    [["01", "02"], "03"],
    [["01", "03"], "02"],
  ])("with %j taken the next is %s", (taken, next) => {
    expect(firstFreeTill(taken)).toBe(next);
  });

  it("a hundredth till has no number", () => {
    const all = Array.from({ length: 99 }, (_, index) => `${index + 1}`.padStart(2, "0"));
    expect(firstFreeTill(all)).toBeNull();
  });
});
