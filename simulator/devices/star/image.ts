import type { RasterRow } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";
import { rasterDots } from "../printing/raster.ts";

const LINES = 24;

/** `ESC X nL nH d…`: columns of 24 dots, three bytes each from the top, bit 7 the upper one. */
export function columnImage(columns: Uint8Array, modes: Modes): RasterRow {
  const width = Math.floor(columns.length / 3);
  const stride = Math.ceil(width / 8);
  const dots = new Uint8Array(stride * LINES);
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < LINES; y += 1) {
      const isDark = ((columns[3 * x + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1;
      const at = y * stride + (x >> 3);
      if (isDark) dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return rasterDots({ stride, lines: LINES, dots, scaleX: 1, scaleY: 1 }, modes);
}
