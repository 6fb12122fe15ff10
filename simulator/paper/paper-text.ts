import {
  COLUMN_DOTS,
  type Glyph,
  LINE_DOTS,
  type PaperRow,
  type Receipt,
  uprightGlyphs,
} from "./paper.ts";

/**
 * The paper as text: each printed character once, distances in columns, codes in brackets. A
 * double-wide character is one character, so that what was printed can be searched; a line that
 * stands on its head is read as if the paper were turned.
 */
export function paperText(receipt: Receipt): string {
  const lines = receipt.rows.flatMap((row) => rowLines(row, receipt.widthDots));
  if (receipt.edge === "cut") lines.push("[cut]");
  if (receipt.edge === "partly cut") lines.push("[partial cut]");
  return lines.map((line) => `${line}\n`).join("");
}

function rowLines(row: PaperRow, paperDots: number): readonly string[] {
  switch (row.kind) {
    case "text":
      return [glyphLine(uprightGlyphs(row, paperDots))];
    case "feed":
      return Array.from({ length: Math.round(row.heightDots / LINE_DOTS) }, () => "");
    case "raster":
      return [`[${row.says ?? `picture ${row.widthDots} x ${row.heightDots}`}]`];
    case "qr":
      return [`[qr ${row.data}]`];
    case "barcode":
      return [`[${row.symbology} ${row.data}]`];
  }
}

function glyphLine(glyphs: readonly Glyph[]): string {
  let line = "";
  let end = 0;
  for (const glyph of glyphs) {
    line += " ".repeat(Math.max(0, Math.round((glyph.xDots - end) / COLUMN_DOTS)));
    line += glyph.text;
    end = glyph.xDots + glyph.widthDots;
  }
  return line.trimEnd();
}
