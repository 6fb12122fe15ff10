import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";
import { Bitmap } from "./bitmap.ts";
import { contoursOf, fillContours } from "./outline.ts";

/**
 * The characters in the head's own dots. The outlines are those of the pages' font; a real ROM has
 * its own, drawn by hand for 24 dots, so shapes differ and places do not.
 */

/** The cells of the fonts: hanzi, font A, font B. */
export type Cell = "hanzi" | "A" | "B";
const cells = {
  hanzi: { width: 24, height: 24, em: 23, base: 20.5 },
  A: { width: 12, height: 24, em: 21, base: 20 },
  B: { width: 9, height: 17, em: 15, base: 14 },
} as const;

/** The font file is its thinnest weight: strokes of less than a dot. In quarters of a dot. */
const GROWTH = { plain: 1, bold: 3 };
const GLYPHS_MAX = 8000;

const glyphs = new Map<string, Bitmap>();
const fonts = new Map<string, Font>();
let ranges: readonly { readonly subset: string; readonly holds: (code: number) => boolean }[] = [];

export function glyphDots(text: string, cell: Cell, isBold: boolean): Bitmap {
  const key = `${cell}${isBold ? "b" : " "}${text}`;
  const known = glyphs.get(key);
  if (known !== undefined) return known;
  const drawn = draw(text, cell, isBold);
  if (glyphs.size < GLYPHS_MAX) glyphs.set(key, drawn);
  return drawn;
}

function draw(text: string, cell: Cell, isBold: boolean): Bitmap {
  const { width, height, em, base } = cells[cell];
  const font = fontOf(text.codePointAt(0) ?? 0);
  if (font === null) return new Bitmap(width, height);
  const glyph = font.glyphForCodePoint(text.codePointAt(0) ?? 0);
  const scaleY = em / font.unitsPerEm;
  // A letter that is broader than its column is pressed into it.
  const scaleX = Math.min(scaleY, (width - 1) / Math.max(1, glyph.advanceWidth));
  const left = (width - glyph.advanceWidth * scaleX) / 2;
  const contours = contoursOf(glyph.path.commands).map((contour) =>
    contour.map(([x, y]) => [left + x * scaleX, base - y * scaleY] as const),
  );
  return fillContours(contours, width, height, isBold ? GROWTH.bold : GROWTH.plain);
}

/** The file of the family that holds a character; null where none does. */
function fontOf(code: number): Font | null {
  const folder = dirname(
    createRequire(import.meta.url).resolve("@fontsource-variable/noto-sans-sc/package.json"),
  );
  if (ranges.length === 0) ranges = rangesIn(join(folder, "unicode.json"));
  const subset = ranges.find(({ holds }) => holds(code))?.subset;
  if (subset === undefined) return null;
  const known = fonts.get(subset);
  if (known !== undefined) return known;
  const file = join(folder, "files", `noto-sans-sc-${subset}-wght-normal.woff2`);
  const font = create(readFileSync(file)) as Font;
  fonts.set(subset, font);
  return font;
}

/** `{ "[4]": "U+1f1e9-1f1f5,U+1f21a" }`: which characters each file holds. */
function rangesIn(file: string) {
  const named: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(named).map(([name, text]) => {
    const parts = text.split(",").map((part) => {
      const [from = "", to = from] = part.replace(/^U\+/i, "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
    const holds = (code: number) => parts.some(([from, to]) => code >= from && code <= to);
    return { subset: name.replace(/[[\]]/g, ""), holds };
  });
}
