import { grouped } from "./grouped.ts";
import {
  COLUMN_DOTS,
  type Glyph,
  LINE_DOTS,
  type MarkRow,
  type PagePart,
  type PageRow,
  type PaperRow,
  type Receipt,
  tallest,
  uprightGlyphs,
} from "./paper.ts";

/**
 * The paper as text: each printed character once, distances in columns, codes in brackets. A
 * double-wide character is one character, so that what was printed can be searched; a line that
 * stands on its head is read as if the paper were turned, and so is each area of a page.
 */
export function paperText(receipt: Receipt): string {
  const lines = receipt.rows.flatMap((row) => rowLines(row, receipt.widthDots));
  if (receipt.edge === "cut") lines.push("[cut]");
  if (receipt.edge === "partly cut") lines.push("[partial cut]");
  return lines.map((line) => `${line}\n`).join("");
}

function rowLines(row: PaperRow, paperDots: number): readonly string[] {
  if (row.kind === "page") return pageLines(row);
  if (row.kind !== "feed") return [markLine(row, paperDots)];
  if (row.heightDots < 0) return [`[back ${-row.heightDots}]`];
  return Array.from({ length: Math.round(row.heightDots / LINE_DOTS) }, () => "");
}

function markLine(row: MarkRow, paperDots: number): string {
  switch (row.kind) {
    case "text":
      return glyphLine(uprightGlyphs(row, paperDots));
    case "raster":
      return `[${row.says ?? `picture ${row.widthDots} x ${row.heightDots}`}]`;
    case "qr":
      return `[qr ${row.data}]`;
    case "barcode":
      return `[${row.symbology} ${row.data}]`;
  }
}

const ways = ["", " upwards", " on its head", " downwards"] as const;

/** Area by area, each in the direction of its text; what stands on one line is one line. */
function pageLines({ parts, heightDots }: PageRow): readonly string[] {
  const lines = [`[page ${heightDots}]`];
  for (const [area, within] of grouped(parts, areaOf)) {
    const byLine = [...grouped(within, bottomOf)].sort(([a], [b]) => a - b);
    lines.push(`[${area}]`, ...byLine.flatMap(([, line]) => partLines(line)));
  }
  return [...lines, "[end of page]"];
}

function areaOf({ area: { x, y, width, height }, direction }: PagePart): string {
  return `area ${x} ${y} ${width} x ${height}${ways[direction]}`;
}

/** Where it stands on its line. */
function bottomOf({ row, yDots }: PagePart): number {
  return yDots + (row.kind === "text" ? tallest(row.glyphs) : row.heightDots);
}

function partLines(parts: readonly PagePart[]): readonly string[] {
  const glyphs = parts.flatMap(({ row }) => (row.kind === "text" ? row.glyphs : []));
  const marks = parts.flatMap(({ row }) => (row.kind === "text" ? [] : [markLine(row, 0)]));
  return glyphs.length === 0 ? marks : [...marks, glyphLine(glyphs)];
}

/** From left to right, whatever came first. */
function glyphLine(glyphs: readonly Glyph[]): string {
  let line = "";
  let end = 0;
  for (const glyph of glyphs.toSorted((a, b) => a.xDots - b.xDots)) {
    line += " ".repeat(Math.max(0, Math.round((glyph.xDots - end) / COLUMN_DOTS)));
    line += glyph.text;
    end = glyph.xDots + glyph.widthDots;
  }
  return line.trimEnd();
}
