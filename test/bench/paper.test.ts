import { describe, expect, it } from "vitest";
import { straightRows } from "./paper.ts";

describe("a straight row", () => {
  // GB18030: B1 ED is the hanzi 表.
  const job = (right: string) => Buffer.from(`\x1b@\x1c&a${right.padStart(47)}\n`, "latin1");

  it("has its last character at the right edge, whatever its blanks", () => {
    expect(straightRows(job("1.00"), ["a 1.00"])).toBe(1);
    expect(straightRows(job("\xb1\xed"), ["a表"])).toBe(1);
    expect(straightRows(job("1.0 "), ["a 1.0"])).toBe(0);
  });

  it("is not one that breaks because it is too long", () => {
    expect(straightRows(job(`${"x".repeat(47)}y`), [`a${"x".repeat(47)}y`])).toBe(0);
  });

  it("may be a rule of any character", () => {
    expect(straightRows(Buffer.from(`${"=".repeat(48)}\n`), ["-".repeat(48)])).toBe(1);
  });
});
