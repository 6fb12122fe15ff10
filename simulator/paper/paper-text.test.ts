import { expect, test } from "vitest";
import type { Glyph, PaperRow, Receipt } from "./paper.ts";
import { heightOf } from "./paper.ts";
import { paperText } from "./paper-text.ts";

const glyph = (text: string, xDots: number, widthDots: number): Glyph => ({
  text,
  xDots,
  widthDots,
  heightDots: 24,
  bold: false,
  underline: false,
  reverse: false,
});

const receipt = (...rows: readonly PaperRow[]): Receipt => ({
  number: 1,
  widthDots: 576,
  rows,
  edge: "partly cut",
  bytes: 0,
});

test("distances become columns, and a double-wide character stays one character", () => {
  const glyphs = [glyph("应", 24, 48), glyph("收", 72, 48), glyph("9", 564, 12)];

  const text = paperText(receipt({ kind: "text", glyphs, heightDots: 30 }));

  expect(text).toBe(`  应收${" ".repeat(37)}9\n[partial cut]\n`);
});

test("a feed becomes as many empty lines as it is high", () => {
  const rows = [{ kind: "feed", heightDots: 90 } as const];

  expect(paperText(receipt(...rows))).toBe("\n\n\n[partial cut]\n");
  expect(heightOf(rows)).toBe(90);
});
