import type { RasterRow } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";
import { rasterDots } from "../printing/raster.ts";
import type { Refused } from "../printing/symbols.ts";

/** `ESC X`, `ESC L` and `ESC K`: columns from the top, and dots of paper for each of theirs. */
export const FINE = { bytesPerColumn: 3, scaleX: 1, scaleY: 1 };
export const STANDARD = { bytesPerColumn: 1, scaleX: 1, scaleY: 3 };
export const COARSE = { bytesPerColumn: 1, scaleX: 2, scaleY: 3 };

/** Rows of dots in one band of `ESC k`. */
export const BAND_LINES = 24;

const word = (command: Uint8Array, index: number) =>
  (command[index] ?? 0) + 256 * (command[index + 1] ?? 0);

/**
 * `ESC k n1 n2 d…`: a band of 24 rows, each n1 + 256 n2 bytes, bit 7 the left dot; the line feed
 * behind it prints it.
 */
export function bandImage(command: Uint8Array, modes: Modes): RasterRow | null {
  const stride = word(command, 2);
  if (stride === 0) return null;
  return fitted(stride, BAND_LINES, command.subarray(4), modes);
}

/** `ESC GS S m xL xH yL yH n d…`: a picture of y rows, each x bytes; it is printed at once. */
export function rasterImage(command: Uint8Array, modes: Modes): RasterRow | Refused {
  const [stride, lines] = [word(command, 4), word(command, 6)];
  if (stride === 0 || lines === 0) return { refused: "ESC GS S: a picture without dots" };
  return fitted(stride, lines, command.subarray(9), modes);
}

function fitted(stride: number, lines: number, dots: Uint8Array, modes: Modes): RasterRow {
  return rasterDots({ stride, lines, dots, scaleX: 1, scaleY: 1 }, modes);
}
