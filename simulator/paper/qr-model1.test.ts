import { expect, test } from "vitest";
import { readCodes } from "#test/support/read-codes.ts";
import { Bitmap } from "./bitmap.ts";
import { qrModel1 } from "./qr-model1.ts";

async function read(text: string, level: "L" | "M" | "Q" | "H") {
  const drawn = qrModel1(new TextEncoder().encode(text), level);
  if (drawn === null) return null;
  const symbol = new Bitmap(drawn.size, drawn.size);
  symbol.dots.set(drawn.modules);
  const paper = new Bitmap(4 * (drawn.size + 16), 4 * (drawn.size + 16));
  paper.stamp(symbol, { x: 32, y: 32 }, { x: 4, y: 4 });
  const [code] = await readCodes(paper, { isPure: true });
  return { size: drawn.size, ...code };
}

/** The reader has one name for both models; as model 2 none of these could be read. */
const format = "QRCode";

/** Versions 13 and 14 are more than the reader takes. */
test.each([
  ["guitai", "L", 21],
  ["12345678901234567890", "M", 21],
  ["HTTPS://GUITAI.EXAMPLE/R/42", "Q", 25],
  ["https://guitai.example/r/42", "H", 33],
  ["a".repeat(100), "M", 41],
  ["b".repeat(200), "L", 49],
  ["c".repeat(150), "H", 65],
  ["d".repeat(370), "L", 65],
] as const)("%s at level %s", async (text, level, size) => {
  expect(await read(text, level)).toEqual({ size, format, text });
});

test("what version 14 cannot hold is not drawn", () => {
  expect(qrModel1(new Uint8Array(490).fill(0x61), "L")).toBeNull();
});
