import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { drawUserCode, readUserCode } from "./user-code.ts";

describe("user codes", () => {
  it("are two groups of four consonants", () => {
    for (let count = 0; count < 200; count += 1) {
      const code = drawUserCode((bytes) => randomBytes(bytes));
      expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
    }
  });

  it("draw again what would make some letters likelier", () => {
    const bytes = [255, 240, 0, 1, 2, 3, 19, 20, 239, 21];
    expect(drawUserCode(() => Uint8Array.from(bytes))).toBe("BCDF-ZBZC");
  });

  it.each([
    ["WDJB-MJHT", "WDJB-MJHT"],
    ["wdjbmjht", "WDJB-MJHT"],
    [" wdjb mjht ", "WDJB-MJHT"],
    ["wdjb–mjht", "WDJB-MJHT"],
    ["WDJB-MJHA", null],
    ["WDJB-MJH", null],
    ["", null],
  ])("%j is read as %j", (typed, code) => {
    expect(readUserCode(typed)).toBe(code);
  });
});
