import type { RasterRow } from "#simulator/paper/paper.ts";
import type { Modes } from "./modes.ts";
import { rasterDots } from "./raster.ts";

export interface ColumnLayout {
  /** Each from the top, bit 7 the upper dot. */
  readonly bytesPerColumn: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** A picture that came column by column, as `ESC *` and Star's `ESC X` send them. */
export function columnImage(
  columns: Uint8Array,
  { bytesPerColumn, scaleX, scaleY }: ColumnLayout,
  modes: Modes,
): RasterRow {
  const width = Math.floor(columns.length / bytesPerColumn);
  const lines = bytesPerColumn * 8;
  const stride = Math.ceil(width / 8);
  const dots = new Uint8Array(stride * lines);
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < lines; y += 1) {
      const isDark = ((columns[bytesPerColumn * x + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1;
      const at = y * stride + (x >> 3);
      if (isDark) dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return rasterDots({ stride, lines, dots, scaleX, scaleY }, modes);
}
