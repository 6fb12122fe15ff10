import { describe, expect, it } from "vitest";
import { readDialogue } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

describe("a dialogue file", () => {
  it("is read as marks and words, without its reasons", () => {
    const lines = readDialogue("# why\n@ open\n> 1b 40   # reset\n\n< 12\n! Seen\n");

    expect(lines.map(({ number, mark, text }) => [number, mark, text])).toEqual([
      [2, "@", "open"],
      [3, ">", "1b 40"],
      [5, "<", "12"],
      [6, "!", "Seen"],
    ]);
  });

  it("is played again where it says so", () => {
    const lines = readDialogue("@ repeat 2\n> 12\n@ end\n< 00\n@ repeat 3\n> 13\n@ end\n");

    expect(lines.map(({ text }) => text)).toEqual(["12", "12", "00", "13", "13", "13"]);
    expect(() => readDialogue("@ repeat 2\n> 12\n")).toThrow("line 1");
  });

  it("names the line that it cannot read", () => {
    expect(() => readDialogue("@ open\n1b 40\n")).toThrow("line 2");
  });
});

describe("spaced hex", () => {
  it("comes back as it was written", () => {
    expect(toHex(fromHex("1b 40\n1D 56"))).toBe("1b 40 1d 56");
  });

  it("refuses what is no byte", () => {
    expect(() => fromHex("1b 4")).toThrow("not a byte");
  });
});
