import type { RasterRow } from "#simulator/paper/paper.ts";
import { alignShift } from "./composer.ts";
import type { Modes } from "./modes.ts";
import type { Refused } from "./symbols.ts";

/** A picture: rows of dots, each padded to whole bytes, bit 7 the left one. */
export interface Picture {
  readonly width: number;
  readonly lines: number;
  readonly dots: Uint8Array;
}

/** One as it came, in rows of `stride` bytes, every bit a dot. */
export interface Dots extends PictureScale {
  readonly stride: number;
  readonly lines: number;
  readonly dots: Uint8Array;
}

/** How many dots of paper one of its dots takes. */
export interface PictureScale {
  readonly scaleX: number;
  readonly scaleY: number;
}

/** What `m` of `GS v 0`, `GS /` and `FS p` says: bit 0 twice as wide, bit 1 twice as high. */
export const scaleOf = (m: number): PictureScale => ({
  scaleX: m & 1 ? 2 : 1,
  scaleY: m & 2 ? 2 : 1,
});

/** `GS v 0 m xL xH yL yH d…`: a picture; what is wider than the area is cut off at the right. */
export function rasterRow(command: Uint8Array, modes: Modes): RasterRow | Refused {
  const m = command[3] ?? 0;
  const stride = (command[4] ?? 0) + 256 * (command[5] ?? 0);
  const lines = (command[6] ?? 0) + 256 * (command[7] ?? 0);
  if (stride === 0 || lines === 0) return { refused: "GS v 0: a picture without dots" };
  return rasterDots({ stride, lines, dots: command.subarray(8), ...scaleOf(m) }, modes);
}

/** The row on paper; what is wider than the area is cut off at the right. */
export function rasterDots(picture: Dots, modes: Modes): RasterRow {
  return pictureRow({ ...picture, width: 8 * picture.stride }, picture, modes);
}

/** The same of a picture that need not be whole bytes wide. */
export function pictureRow(
  { width, lines, dots }: Picture,
  { scaleX, scaleY }: PictureScale,
  modes: Modes,
): RasterRow {
  const kept = Math.min(width, Math.floor(modes.areaWidth / scaleX));
  const [stride, keptBytes] = [Math.ceil(width / 8), Math.ceil(kept / 8)];
  const bits = new Uint8Array(keptBytes * lines);
  for (let line = 0; line < lines; line += 1) {
    bits.set(dots.subarray(line * stride, line * stride + keptBytes), line * keptBytes);
  }
  const widthDots = kept * scaleX;
  return {
    kind: "raster",
    xDots: modes.leftMargin + alignShift(modes.align, modes.areaWidth - widthDots),
    widthDots,
    heightDots: lines * scaleY,
    bits,
    scaleX,
    scaleY,
  };
}
