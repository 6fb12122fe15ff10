import { Bitmap } from "./bitmap.ts";
import { bwippHexagons, type Matrix } from "./bwipp.ts";

/**
 * A MaxiCode has one size, 28 x 27 mm: 33 rows of 30 or 29 hexagons, at 8 dots a millimetre 7 dots
 * wide and 6 rows of dots apart, around a bull's-eye.
 *
 * Source: ISO/IEC 16023, 4.3 and 4.11.
 */
const [COLUMNS, ROWS, ACROSS, DOWN] = [30, 33, 7, 6];
/** Of the three dark rings, in dots from the centre: 0.51 to 3.87 mm. */
const rings = [
  [4, 9.5],
  [15, 20.5],
  [25.6, 31],
] as const;
/** Half the width of a hexagon in each of its rows, a light seam left between neighbours. */
const halves = [1, 2, 3, 3, 3, 2, 1];

/** The dots, one a module; null when the mode cannot hold the text. */
export function maxicode(text: string, mode: number): Matrix | null {
  const hexagons = bwippHexagons("maxicode", text, { mode });
  if (hexagons === null) return null;
  const dots = new Bitmap(COLUMNS * ACROSS + 4, ROWS * DOWN + 2);
  for (const at of hexagons) drawHexagon(dots, at % COLUMNS, Math.floor(at / COLUMNS));
  drawRings(dots);
  return { width: dots.width, modules: [...dots.dots] };
}

/** Every other row stands half a hexagon to the right. */
const centreX = (column: number, row: number) =>
  column * ACROSS + 3 + (row % 2 === 1 ? Math.ceil(ACROSS / 2) : 0);

function drawHexagon(dots: Bitmap, column: number, row: number): void {
  halves.forEach((half, y) => {
    dots.fill(centreX(column, row) - half, row * DOWN + y, 2 * half, 1);
  });
}

function drawRings(dots: Bitmap): void {
  const [x0, y0] = [centreX(14, 16), 16 * DOWN + 3];
  for (let y = -32; y <= 32; y += 1) {
    for (let x = -32; x <= 32; x += 1) {
      const from = Math.hypot(x, y);
      if (rings.some(([inner, outer]) => from >= inner && from <= outer)) dots.set(x0 + x, y0 + y);
    }
  }
}
