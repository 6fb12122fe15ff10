import type { RasterRow } from "#simulator/paper/paper.ts";
import type { Modes } from "./modes.ts";
import { type Picture, type PictureScale, pictureRow } from "./raster.ts";

export interface ColumnLayout extends PictureScale {
  /** Each from the top, bit 7 the upper dot. */
  readonly bytesPerColumn: number;
}

/** A picture that came column by column, as `ESC *` and Star's `ESC X` send them. */
export function columnImage(columns: Uint8Array, layout: ColumnLayout, modes: Modes): RasterRow {
  return pictureRow(dotsOfColumns(columns, layout.bytesPerColumn), layout, modes);
}

/** The same picture in rows; `lines` less than its columns hold leaves the lowest dots away. */
export function dotsOfColumns(
  columns: Uint8Array,
  bytesPerColumn: number,
  lines = bytesPerColumn * 8,
): Picture {
  const width = Math.floor(columns.length / bytesPerColumn);
  const stride = Math.ceil(width / 8);
  const dots = new Uint8Array(stride * lines);
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < lines; y += 1) {
      const isDark = ((columns[bytesPerColumn * x + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1;
      const at = y * stride + (x >> 3);
      if (isDark) dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width, lines, dots };
}
