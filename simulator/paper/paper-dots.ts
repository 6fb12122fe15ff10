import { Bitmap } from "./bitmap.ts";
import { type Cell, glyphDots } from "./glyph-dots.ts";
import {
  type BarcodeRow,
  COLUMN_DOTS,
  type Glyph,
  heightOf,
  isWide,
  type PaperRow,
  type QrRow,
  type RasterRow,
  type Receipt,
  type TextRow,
  uprightGlyphs,
} from "./paper.ts";

/** What stands beside a bar code, in font A or B: the cell of a character. */
const labelCells = { A: { width: COLUMN_DOTS, height: 24 }, B: { width: 9, height: 17 } } as const;
/** An underline stands below the glyph, where it may reach into the next row. */
const UNDERLINE_DOTS = 2;
const plain = { x: 1, y: 1 };

/** The paper dot for dot, as wide as the head: 576 dots on 80 mm, 384 on 58 mm. */
export function paperDots(receipt: Receipt): Bitmap {
  const bitmap = new Bitmap(receipt.widthDots, Math.max(1, Math.ceil(heightOf(receipt.rows))));
  let y = 0;
  for (const row of receipt.rows) {
    drawRow(bitmap, row, Math.round(y));
    y += row.heightDots;
  }
  return bitmap;
}

function drawRow(paper: Bitmap, row: PaperRow, y: number): void {
  switch (row.kind) {
    case "text":
      drawLine(paper, row, y);
      return;
    case "feed":
      return;
    case "raster":
      drawRaster(paper, row, y);
      return;
    case "qr":
      drawQr(paper, row, y);
      return;
    case "barcode":
      drawBarcode(paper, row, y);
  }
}

/** A line on its head is drawn upright on a strip of its own, and turned. */
function drawLine(paper: Bitmap, row: TextRow, y: number): void {
  const glyphs = uprightGlyphs(row, paper.width);
  if (row.isUpsideDown !== true) {
    drawGlyphs(paper, glyphs, y);
    return;
  }
  const strip = new Bitmap(paper.width, Math.round(row.heightDots) + 2 * UNDERLINE_DOTS);
  drawGlyphs(strip, glyphs, UNDERLINE_DOTS);
  paper.stamp(strip.turned(), { x: 0, y: y - UNDERLINE_DOTS }, plain);
}

function drawGlyphs(paper: Bitmap, glyphs: readonly Glyph[], y: number): void {
  const tallest = glyphs.reduce((most, { heightDots }) => Math.max(most, heightDots), 0);
  for (const glyph of glyphs) drawGlyph(paper, glyph, y + tallest - glyph.heightDots);
}

function drawGlyph(paper: Bitmap, glyph: Glyph, y: number): void {
  const { xDots: x, widthDots: width, heightDots: height } = glyph;
  if (glyph.reverse) paper.fill(x, y, width, height);
  if (glyph.underline) paper.fill(x, y + height, width, UNDERLINE_DOTS);
  if (glyph.text === " ") return;
  const cell = cellOf(glyph);
  const dots = glyphDots(glyph.text, cell, glyph.bold);
  // A printer makes a character larger by burning each of its dots several times.
  const scale = { x: Math.round(width / dots.width), y: Math.round(height / dots.height) };
  paper.stamp(dots, { x, y }, scale, !glyph.reverse);
}

/** 17 dots high is font B; a hanzi is as wide as it is high, whatever its size. */
function cellOf(glyph: Glyph): Cell {
  if (isWide(glyph)) return "hanzi";
  return glyph.heightDots % 17 === 0 ? "B" : "A";
}

function drawRaster(paper: Bitmap, row: RasterRow, y: number): void {
  const width = row.widthDots / row.scaleX;
  const stride = Math.ceil(width / 8);
  const dots = new Bitmap(width, row.heightDots / row.scaleY);
  for (let line = 0; line < dots.height; line += 1) {
    for (let at = 0; at < width; at += 1) {
      const byte = row.bits[line * stride + (at >> 3)] ?? 0;
      if ((byte >> (7 - (at & 7))) & 1) dots.set(at, line);
    }
  }
  paper.stamp(dots, { x: row.xDots, y }, { x: row.scaleX, y: row.scaleY });
}

function drawQr(paper: Bitmap, { modules, size, moduleDots, xDots }: QrRow, y: number): void {
  const dots = new Bitmap(size, size);
  dots.dots.set(modules.subarray(0, size * size));
  paper.stamp(dots, { x: xDots, y }, { x: moduleDots, y: moduleDots });
}

function drawBarcode(paper: Bitmap, row: BarcodeRow, y: number): void {
  const above = row.hri === "above" || row.hri === "both" ? labelCells[fontOf(row)].height : 0;
  for (const [at, module] of [...row.pattern].entries()) {
    if (module !== "1") continue;
    const x = row.xDots + at * row.moduleDots;
    paper.fill(x, y + above, row.moduleDots, row.barHeightDots);
  }
  if (above > 0) drawLabel(paper, row, y);
  if (row.hri === "below" || row.hri === "both") {
    drawLabel(paper, row, y + above + row.barHeightDots + 2);
  }
}

const fontOf = ({ hriFont }: BarcodeRow) => hriFont ?? "A";

function drawLabel(paper: Bitmap, row: BarcodeRow, y: number): void {
  const middle = row.xDots + (row.pattern.length * row.moduleDots) / 2;
  const font = fontOf(row);
  const { width } = labelCells[font];
  const start = Math.round(middle - (row.data.length * width) / 2);
  for (const [at, character] of [...row.data].entries()) {
    if (character === " ") continue;
    paper.stamp(glyphDots(character, font, false), { x: start + at * width, y }, plain);
  }
}
