import { describe, expect, it } from "vitest";
import { lineWidths } from "./paper.ts";

describe("the width of a printed line", () => {
  const job = (text: string) => Buffer.from(text, "latin1");

  it("counts a hanzi twice and a double size twice again", () => {
    // GB18030: B1 ED is one hanzi.
    expect(lineWidths(job("\x1b@\x1c&a\xb1\xed\n\x1d!\x11\xb1\xed\x1d!\x00\n"))).toEqual([3, 4]);
  });

  it("passes over commands, whatever their parameters look like", () => {
    expect(lineWidths(job("\x1ba\x0aab\n\x1dVB\x00\x1dV0"))).toEqual([2]);
  });

  it("refuses a command that it does not know, for its width would be a guess", () => {
    expect(() => lineWidths(job("\x1bZ"))).toThrow(/unknown command/);
  });
});
