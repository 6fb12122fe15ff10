import type { NamedCommand } from "#drivers/printers/commands.ts";
import { isRealTime, type Picture, withoutRealTime } from "#drivers/printers/picture.ts";
import { GS, GS_v } from "#drivers/wire/escpos.ts";

/** Rows of a band at most: older printers take no more at once. */
const ROWS_OF_BAND = 128;
const HEAD_BYTES = 8;

/** Where a picture goes. */
export interface PictureRoom {
  /** Dots of the head. */
  readonly headDots: number;
  /** Bytes that one command may have; a single row may need more. */
  readonly bandBytes: number;
}

/** `GS v 0`, band by band; none holds what a serial printer would take for a real-time command. */
export function pictureBands(picture: Picture, room: PictureRoom): readonly NamedCommand[] {
  const { bytesPerRow, rows, bits } = withoutRealTime(picture, room.headDots);
  if (bytesPerRow === 0) return [];
  const fitting = Math.floor((room.bandBytes - HEAD_BYTES) / bytesPerRow);
  const most = Math.max(1, Math.min(ROWS_OF_BAND, fitting));
  const bands: NamedCommand[] = [];
  for (let from = 0; from < rows; ) {
    let to = from + 1;
    while (to < rows && to - from < most && !isTorn(bits, to * bytesPerRow)) to += 1;
    bands.push(band(bits.subarray(from * bytesPerRow, to * bytesPerRow), bytesPerRow, to - from));
    from = to;
  }
  return bands;
}

/** Whether the row that begins at `at` would complete a real-time command of the one before. */
function isTorn(bits: Uint8Array, at: number): boolean {
  return isRealTime(bits[at - 1], bits[at]);
}

function band(bits: Uint8Array, bytesPerRow: number, rows: number): NamedCommand {
  const bytes = new Uint8Array(HEAD_BYTES + bits.length);
  bytes.set([GS, GS_v, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8]);
  bytes.set(bits, HEAD_BYTES);
  return { name: "GS v 0", bytes };
}
