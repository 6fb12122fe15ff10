import { DLE, DLE_DC4, DLE_ENQ, DLE_EOT } from "#drivers/wire/escpos.ts";
import type { PictureBlock } from "#state/base/document.ts";

/** A picture as the head prints it: rows of whole bytes, bit 7 the left dot, 1 black. */
export interface Picture {
  readonly bytesPerRow: number;
  readonly rows: number;
  readonly bits: Uint8Array;
}

/** Half a meter of paper at 203 dpi; what is longer is no receipt. */
const ROWS_LIMIT = 4000;

/** The picture of a block, cut off where the head ends. @throws never: bad base64 is white */
export function pictureOf(block: PictureBlock, headDots: number): Picture {
  const widthDots = Math.max(0, Math.min(Math.floor(block.widthDots) || 0, headDots));
  const rows = Math.max(0, Math.min(Math.floor(block.heightDots) || 0, ROWS_LIMIT));
  const bytesPerRow = Math.ceil(widthDots / 8);
  const given = decoded(block.bits);
  const givenPerRow = Math.ceil((Math.floor(block.widthDots) || 0) / 8);
  const bits = new Uint8Array(bytesPerRow * rows);
  for (let row = 0; row < rows; row += 1) {
    const from = row * givenPerRow;
    bits.set(given.subarray(from, from + bytesPerRow), row * bytesPerRow);
    // Dots past the width would stand on the paper, where they are not meant.
    const last = (row + 1) * bytesPerRow - 1;
    if (bytesPerRow > 0) bits[last] = (bits[last] ?? 0) & (0xff << (8 * bytesPerRow - widthDots));
  }
  return { bytesPerRow, rows, bits };
}

function decoded(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** Whether two bytes begin a command that a serial printer obeys even inside a picture. */
export function isRealTime(first: number | undefined, second: number | undefined): boolean {
  if (first !== DLE) return false;
  return second === DLE_EOT || second === DLE_ENQ || second === DLE_DC4;
}

/**
 * The same picture, with no real-time command inside any row. It is moved to the right by up to
 * seven dots, which no eye sees; where no move helps, one dot more is printed, in the few bytes
 * that need it. Between rows a pair may still stand: bands are parted there.
 */
export function withoutRealTime(picture: Picture, headDots: number): Picture {
  let best = picture;
  let fewest = pairsIn(picture);
  const room = headDots - 8 * picture.bytesPerRow;
  for (let dots = 1; dots < 8 && fewest > 0; dots += 1) {
    const moved = movedRight(picture, dots, room >= 8);
    const pairs = moved === null ? fewest : pairsIn(moved);
    if (moved === null || pairs >= fewest) continue;
    best = moved;
    fewest = pairs;
  }
  return fewest === 0 ? best : thickened(best);
}

function pairsIn({ bytesPerRow, rows, bits }: Picture): number {
  let pairs = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = (row + 1) * bytesPerRow;
    for (let at = row * bytesPerRow; at + 1 < end; at += 1) {
      if (isRealTime(bits[at], bits[at + 1])) pairs += 1;
    }
  }
  return pairs;
}

/** @returns null where dots would be pushed off the paper */
function movedRight({ bytesPerRow, rows, bits }: Picture, dots: number, mayGrow: boolean) {
  const wider = bytesPerRow + (mayGrow ? 1 : 0);
  const moved = new Uint8Array(wider * rows);
  for (let row = 0; row < rows; row += 1) {
    let carried = 0;
    for (let at = 0; at < bytesPerRow; at += 1) {
      const byte = bits[row * bytesPerRow + at] ?? 0;
      moved[row * wider + at] = carried | (byte >> dots);
      carried = (byte << (8 - dots)) & 0xff;
    }
    if (mayGrow) moved[row * wider + bytesPerRow] = carried;
    else if (carried !== 0) return null;
  }
  return { bytesPerRow: wider, rows, bits: moved };
}

/** One dot beside the one of a `DLE` that would begin a command. */
const BESIDE = 0x08;

function thickened({ bytesPerRow, rows, bits }: Picture): Picture {
  const safe = Uint8Array.from(bits);
  for (let row = 0; row < rows; row += 1) {
    const end = (row + 1) * bytesPerRow;
    for (let at = row * bytesPerRow; at + 1 < end; at += 1) {
      if (isRealTime(safe[at], safe[at + 1])) safe[at] = DLE | BESIDE;
    }
  }
  return { bytesPerRow, rows, bits: safe };
}
