import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create, type Font } from "fontkit";
import { Bitmap } from "./bitmap.ts";
import { contoursOf, fillContours } from "./outline.ts";
import { FONT_CELLS, type FontName } from "./paper.ts";

/**
 * The characters in the head's own dots. The outlines are those of the pages' font; a real ROM has
 * its own, drawn by hand for 24 dots, so shapes differ and places do not.
 */

/** The cells of the fonts. */
export type CellName = "hanzi" | FontName;
const cells = {
  hanzi: { width: 24, height: 24, em: 23, base: 20.5 },
  A: { ...FONT_CELLS.A, em: 21, base: 20 },
  B: { ...FONT_CELLS.B, em: 15, base: 14 },
  C: { ...FONT_CELLS.C, em: 14, base: 13 },
} as const;

/** The font file is its thinnest weight: strokes of less than a dot. In quarters of a dot. */
const GROWTH = { plain: 1, bold: 3 };
const GLYPHS_MAX = 8000;

const glyphs = new Map<string, Bitmap>();
const fonts = new Map<string, Font>();
let ranges: readonly { readonly subset: string; readonly holds: (code: number) => boolean }[] = [];

export function glyphDots(text: string, cell: CellName, isBold: boolean): Bitmap {
  const key = `${cell}${isBold ? "b" : " "}${text}`;
  const known = glyphs.get(key);
  if (known !== undefined) return known;
  const drawn = draw(text, cell, isBold);
  if (glyphs.size < GLYPHS_MAX) glyphs.set(key, drawn);
  return drawn;
}

function draw(text: string, cell: CellName, isBold: boolean): Bitmap {
  const { width, height, em, base } = cells[cell];
  const code = text.codePointAt(0) ?? 0;
  const font = fontOf(code);
  if (font === null || !font.hasGlyphForCodePoint(code)) return frame(width, height);
  const glyph = font.glyphForCodePoint(code);
  const scaleY = em / font.unitsPerEm;
  // A letter that is broader than its column is pressed into it.
  const scaleX = Math.min(scaleY, (width - 1) / Math.max(1, glyph.advanceWidth));
  const left = (width - glyph.advanceWidth * scaleX) / 2;
  const contours = contoursOf(glyph.path.commands).map((contour) =>
    contour.map(([x, y]) => [left + x * scaleX, base - y * scaleY] as const),
  );
  return fillContours(contours, width, height, isBold ? GROWTH.bold : GROWTH.plain);
}

/** Something stands here of which the pages' font has no picture: Thai, Greek, many an accent. */
function frame(width: number, height: number): Bitmap {
  const bitmap = new Bitmap(width, height);
  const [across, along] = [width - 2, Math.round(0.75 * height)];
  for (const y of [2, along]) bitmap.fill(1, y, across, 1);
  for (const x of [1, across]) bitmap.fill(x, 2, 1, along - 1);
  return bitmap;
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
