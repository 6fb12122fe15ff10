import { Bitmap, smoothed } from "./bitmap.ts";
import { type CellName, glyphDots } from "./glyph-dots.ts";
import { grouped } from "./grouped.ts";
import {
  type BarcodeRow,
  FONT_CELLS,
  type FontName,
  type Glyph,
  heightOf,
  isWide,
  LABEL_GAP_DOTS,
  type Label,
  labelDots,
  type MarkRow,
  type PagePart,
  type PageRow,
  type PaperRow,
  placed,
  type QrRow,
  type RasterRow,
  type Receipt,
  reachOf,
  readerSize,
  type TextRow,
  tallest,
  uprightGlyphs,
} from "./paper.ts";

/** An underline stands below the glyph, where it may reach into the next row. */
const UNDERLINE_DOTS_MAX = 2;
const plain = { x: 1, y: 1 };

/** The paper dot for dot, as wide as the head: 576 dots on 80 mm, 384 on 58 mm. */
export function paperDots(receipt: Receipt): Bitmap {
  const bitmap = new Bitmap(receipt.widthDots, Math.max(1, Math.ceil(heightOf(receipt.rows))));
  for (const { row, yDots } of placed(receipt.rows)) drawRow(bitmap, row, Math.round(yDots));
  return bitmap;
}

function drawRow(paper: Bitmap, row: PaperRow, y: number): void {
  if (row.kind === "feed") return;
  if (row.kind !== "page") drawMarks(paper, row, y);
  else for (const parts of sheetsOf(row)) drawSheet(paper, parts, y);
}

/** What was written in one area in one direction. */
function sheetsOf({ parts }: PageRow): Iterable<readonly PagePart[]> {
  const placeOf = ({ area: { x, y, width, height }, direction }: PagePart) =>
    [x, y, width, height, direction].join();
  return grouped(parts, placeOf).values();
}

/** Drawn as its reader sees it, on a sheet that cuts off what is outside the area, and turned. */
function drawSheet(paper: Bitmap, parts: readonly PagePart[], y: number): void {
  const [first] = parts;
  if (first === undefined) return;
  const { area, direction } = first;
  const { width, height } = readerSize(area, direction);
  const sheet = new Bitmap(width, height);
  for (const { row, yDots } of parts) drawMarks(sheet, row, yDots);
  // Upwards is a quarter against the clock.
  const quarters = (4 - direction) % 4;
  paper.stamp(sheet.turned(quarters), { x: area.x, y: y + area.y }, plain);
}

function drawMarks(paper: Bitmap, row: MarkRow, y: number): void {
  switch (row.kind) {
    case "text":
      drawLine(paper, row, y);
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
  const strip = new Bitmap(paper.width, Math.round(row.heightDots) + 2 * UNDERLINE_DOTS_MAX);
  drawGlyphs(strip, glyphs, UNDERLINE_DOTS_MAX);
  paper.stamp(strip.turned(2), { x: 0, y: y - UNDERLINE_DOTS_MAX }, plain);
}

function drawGlyphs(paper: Bitmap, glyphs: readonly Glyph[], y: number): void {
  const height = tallest(glyphs);
  for (const glyph of glyphs) drawGlyph(paper, glyph, y + height - glyph.heightDots);
}

function drawGlyph(paper: Bitmap, glyph: Glyph, y: number): void {
  const { x, width } = reachOf(glyph);
  const height = glyph.heightDots;
  if (glyph.reverse) paper.fill(x, y, width, height);
  if (glyph.underline) paper.fill(x, y + height, width, glyph.underlineDots ?? 1);
  if (glyph.text === " ") return;
  paper.stamp(inkOf(glyph), { x: glyph.xDots, y }, plain, !glyph.reverse);
}

/** A printer makes a character larger by burning each of its dots several times. */
function inkOf(glyph: Glyph): Bitmap {
  const isTurned = glyph.isTurned === true;
  const [width, height] = isTurned
    ? [glyph.heightDots, glyph.widthDots]
    : [glyph.widthDots, glyph.heightDots];
  const dots = dotsOf(glyph);
  const scale = { x: Math.round(width / dots.width), y: Math.round(height / dots.height) };
  const isEnlarged = scale.x > 1 && scale.y > 1;
  const ink = glyph.isSmooth && isEnlarged ? smoothed(dots, scale) : enlarged(dots, scale);
  return ink.turned(isTurned ? 1 : 0);
}

function enlarged(dots: Bitmap, scale: { readonly x: number; readonly y: number }): Bitmap {
  const large = new Bitmap(dots.width * scale.x, dots.height * scale.y);
  large.stamp(dots, { x: 0, y: 0 }, scale);
  return large;
}

function dotsOf(glyph: Glyph): Bitmap {
  const { drawn } = glyph;
  if (drawn === undefined) return glyphDots(glyph.text, cellOf(glyph), glyph.bold);
  const dots = new Bitmap(drawn.width, drawn.height);
  dots.dots.set(drawn.dots);
  return dots;
}

function cellOf(glyph: Glyph): CellName {
  return isWide(glyph) ? "hanzi" : (glyph.font ?? "A");
}

function drawRaster(paper: Bitmap, row: RasterRow, y: number): void {
  const width = row.widthDots / row.scaleX;
  const stride = Math.ceil(width / 8);
  const height = row.heightDots - labelDots(row.label);
  const dots = new Bitmap(width, height / row.scaleY);
  for (let line = 0; line < dots.height; line += 1) {
    for (let at = 0; at < width; at += 1) {
      const byte = row.bits[line * stride + (at >> 3)] ?? 0;
      if ((byte >> (7 - (at & 7))) & 1) dots.set(at, line);
    }
  }
  paper.stamp(dots, { x: row.xDots, y }, { x: row.scaleX, y: row.scaleY });
  if (row.label === undefined) return;
  drawLabel(paper, row.label, row.xDots + row.widthDots / 2, y + height + LABEL_GAP_DOTS);
}

function drawQr(paper: Bitmap, { modules, size, moduleDots, xDots }: QrRow, y: number): void {
  const dots = new Bitmap(size, size);
  dots.dots.set(modules.subarray(0, size * size));
  paper.stamp(dots, { x: xDots, y }, { x: moduleDots, y: moduleDots });
}

function drawBarcode(paper: Bitmap, row: BarcodeRow, y: number): void {
  const above = row.hri === "above" || row.hri === "both" ? FONT_CELLS[fontOf(row)].height : 0;
  for (const [at, module] of [...row.pattern].entries()) {
    if (module !== "1") continue;
    const x = row.xDots + at * row.moduleDots;
    paper.fill(x, y + above, row.moduleDots, row.barHeightDots);
  }
  const label = { text: row.data, font: fontOf(row) };
  const middle = row.xDots + (row.pattern.length * row.moduleDots) / 2;
  if (above > 0) drawLabel(paper, label, middle, y);
  if (row.hri === "below" || row.hri === "both") {
    drawLabel(paper, label, middle, y + above + row.barHeightDots + LABEL_GAP_DOTS);
  }
}

const fontOf = ({ hriFont }: BarcodeRow): FontName => hriFont ?? "A";

function drawLabel(paper: Bitmap, { text, font }: Label, middle: number, y: number): void {
  const { width } = FONT_CELLS[font];
  const start = Math.round(middle - (text.length * width) / 2);
  for (const [at, character] of [...text].entries()) {
    if (character === " ") continue;
    paper.stamp(glyphDots(character, font, false), { x: start + at * width, y }, plain);
  }
}
