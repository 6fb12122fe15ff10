import { describe, expect, test } from "vitest";
import { fromHex } from "#test/support/hex.ts";
import { hanzi, singleByteCharacter } from "./characters.ts";

describe("hanzi, by the code tables of GB 18030", () => {
  test.each([
    ["b0 a1", "啊"],
    ["d6 d0", "中"],
    ["a1 a1", "\u3000"],
    ["a3 a4", "￥"],
    ["a2 e3", "€"],
    ["81 40", "丂"],
  ])("%s is %s", (hex, character) => {
    const [lead = 0, trail = 0] = fromHex(hex);
    expect(hanzi(lead, trail)).toBe(character);
  });

  test.each(["81 30", "ff ff", "a1 7f", "aa a1"])("%s is a box", (hex) => {
    const [lead = 0, trail = 0] = fromHex(hex);
    expect(hanzi(lead, trail)).toBe("□");
  });
});

describe("single bytes, by ESC t", () => {
  test.each([
    [0, 0x82, "é"],
    [0, 0xfe, "■"],
    [2, 0xfe, "■"],
    [2, 0xd5, "ı"],
    [19, 0xd5, "€"],
    [16, 0x80, "€"],
    [17, 0x80, "А"],
    [99, 0x80, "?"],
    [0, 0x41, "A"],
    [0, 0x7f, "?"],
  ])("page %i, byte %i is %s", (page, byte, character) => {
    expect(singleByteCharacter(byte, page)).toBe(character);
  });
});
