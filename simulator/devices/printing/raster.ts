import type { RasterRow } from "#simulator/paper/paper.ts";
import { alignShift } from "./composer.ts";
import type { Modes } from "./modes.ts";
import type { Refused } from "./symbols.ts";

/** `GS v 0 m xL xH yL yH d…`: a picture; what is wider than the area is cut off at the right. */
export function rasterRow(command: Uint8Array, modes: Modes): RasterRow | Refused {
  const m = (command[3] ?? 0) & 3;
  const stride = (command[4] ?? 0) + 256 * (command[5] ?? 0);
  const lines = (command[6] ?? 0) + 256 * (command[7] ?? 0);
  if (stride === 0 || lines === 0) return { refused: "GS v 0: a picture without dots" };
  const scale = { scaleX: m & 1 ? 2 : 1, scaleY: m & 2 ? 2 : 1 };
  return rasterDots({ stride, lines, dots: command.subarray(8), ...scale }, modes);
}

/** A picture as it came, in rows of `stride` bytes. */
export interface Dots {
  readonly stride: number;
  readonly lines: number;
  readonly dots: Uint8Array;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** The row on paper; what is wider than the area is cut off at the right. */
export function rasterDots(picture: Dots, modes: Modes): RasterRow {
  const { stride, lines, dots, scaleX, scaleY } = picture;
  const keptBytes = Math.min(stride, Math.floor(modes.areaWidth / scaleX / 8));
  const bits = new Uint8Array(keptBytes * lines);
  for (let line = 0; line < lines; line += 1) {
    bits.set(dots.subarray(line * stride, line * stride + keptBytes), line * keptBytes);
  }
  const widthDots = keptBytes * 8 * scaleX;
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
