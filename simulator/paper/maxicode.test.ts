import { expect, test } from "vitest";
import { readCodes } from "#test/support/read-codes.ts";
import { Bitmap } from "./bitmap.ts";
import { maxicode } from "./maxicode.ts";

/** Alone on its paper: the reader finds no MaxiCode among other things. */
async function read(text: string, mode: number) {
  const matrix = maxicode(text, mode);
  if (matrix === null) return null;
  const height = matrix.modules.length / matrix.width;
  const symbol = new Bitmap(matrix.width, height);
  symbol.dots.set(matrix.modules);
  const paper = new Bitmap(symbol.width + 80, height + 80);
  paper.stamp(symbol, { x: 40, y: 40 }, { x: 1, y: 1 });
  return readCodes(paper);
}

test.each([
  ["guitai", 4],
  ["MaxiCode of 30 by 33 hexagons", 4],
  ["enhanced correction", 5],
])("%s in mode %i can be read", async (text, mode) => {
  expect(await read(text, mode)).toEqual([{ format: "MaxiCode", text }]);
});
