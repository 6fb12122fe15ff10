import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { Picture } from "#drivers/printers/picture.ts";
import { ESC, LF } from "#drivers/wire/escpos.ts";
import { ESC_0, ESC_X, ESC_z } from "#drivers/wire/star.ts";

/** Rows of a band: three bytes a column. */
const ROWS = 24;

/**
 * `ESC X`, band by band, each column from the top. Lines are set to the height of a band first, so
 * that nothing white comes between, and put back behind the last.
 */
export function pictureBands({ bytesPerRow, rows, bits }: Picture): readonly NamedCommand[] {
  if (bytesPerRow === 0 || rows === 0) return [];
  const bands: NamedCommand[] = [{ name: "ESC 0", bytes: Uint8Array.of(ESC, ESC_0) }];
  for (let top = 0; top < rows; top += ROWS) {
    bands.push(band(bits.subarray(top * bytesPerRow, (top + ROWS) * bytesPerRow), bytesPerRow));
  }
  bands.push({ name: "ESC z", bytes: Uint8Array.of(ESC, ESC_z, 1) });
  return bands;
}

function band(bits: Uint8Array, bytesPerRow: number): NamedCommand {
  const columns = 8 * bytesPerRow;
  const bytes = new Uint8Array(4 + 3 * columns + 1);
  bytes.set([ESC, ESC_X, columns & 0xff, columns >> 8]);
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < ROWS; row += 1) {
      const byte = bits[row * bytesPerRow + (column >> 3)] ?? 0;
      const isBlack = ((byte >> (7 - (column & 7))) & 1) === 1;
      const at = 4 + 3 * column + (row >> 3);
      if (isBlack) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (row & 7));
    }
  }
  bytes[bytes.length - 1] = LF;
  return { name: "ESC X", bytes };
}
