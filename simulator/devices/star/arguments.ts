import { COLUMN_DOTS } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";

/**
 * Most numbers of Star Line mode may be sent as they are or as an ASCII digit, with A to F behind
 * 9. Null: beyond `most`, which is less than 48.
 */
export function numberIn(byte: number | undefined, most: number): number | null {
  const sent = byte ?? 0;
  const n =
    sent >= 0x41 && sent <= 0x46 ? sent - 55 : sent >= 0x30 && sent <= 0x39 ? sent - 48 : sent;
  return n > most ? null : n;
}

export const word = (command: Uint8Array, index: number): number =>
  (command[index] ?? 0) + 256 * (command[index + 1] ?? 0);

/** From -32768 to 32767. */
export const signedWord = (command: Uint8Array, index: number): number =>
  (word(command, index) << 16) >> 16;

/** From one character of a single byte to the next: what margins and tabs are counted in. */
export function pitch({ font, rightSpacing, scale }: Modes): number {
  return ((font === "A" ? COLUMN_DOTS : 9) + rightSpacing) * scale.x;
}
