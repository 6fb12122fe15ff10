import { Dots, drawBars, drawQr, drawRaster } from "#simulator/paper/dots.ts";
import type { PaperRow } from "#simulator/paper/paper.ts";

/** White paper around a code, in dots. */
const QUIET = 40;

/** One row of the paper as a camera sees it, digits left out. */
export function rowDots(row: PaperRow, widthDots: number): Dots {
  const sheet = new Dots(widthDots + QUIET, row.heightDots + 2 * QUIET);
  const moved = "xDots" in row ? { ...row, xDots: row.xDots + QUIET } : row;
  if (moved.kind === "barcode") drawBars(sheet, moved, QUIET);
  if (moved.kind === "qr") drawQr(sheet, moved, QUIET);
  if (moved.kind === "raster") drawRaster(sheet, moved, QUIET);
  return sheet;
}
