import type { Deed } from "../printing/tongue.ts";
import type { Press } from "./press.ts";

/** What one command does: the press changes, deeds come out. `bytes` is the whole command. */
export type Command = (press: Press, bytes: Uint8Array) => readonly Deed[];

/** By the names of the Epson manual: `LF`, `ESC E`, `ESC SP`, `GS ( k`. */
export type Commands = Readonly<Record<string, Command>>;

export const none: readonly Deed[] = [];

const controls: Readonly<Record<number, string>> = {
  9: "HT", 10: "LF", 12: "FF", 13: "CR", 16: "DLE", 24: "CAN", 27: "ESC", 28: "FS", 29: "GS",
  32: "SP",
}; // biome-ignore format: a table reads as a table

/** Their third byte belongs to the name. */
const families = ["ESC (", "ESC c", "FS (", "GS (", "GS 8", "GS v"];

const sign = (byte: number) => controls[byte] ?? String.fromCharCode(byte);

/** The manual's name of a command. */
export function nameOf([first = 0, second = 0, third = 0]: Uint8Array): string {
  if (first < 0x1b) return sign(first);
  const name = `${sign(first)} ${sign(second)}`;
  return families.includes(name) ? `${name} ${sign(third)}` : name;
}

/** Bit 0 of a byte: on and off are told by it alone. */
export const isOn = (bytes: Uint8Array, index: number) => ((bytes[index] ?? 0) & 1) === 1;

/** Two bytes, the low one first. */
export const word = (bytes: Uint8Array, index: number) =>
  (bytes[index] ?? 0) + 256 * (bytes[index + 1] ?? 0);

/** The same, with a sign. */
export const signedWord = (bytes: Uint8Array, index: number) => (word(bytes, index) << 16) >> 16;

/** A command that means nothing to the printer; its head is told, not its data. */
export const unknown = (bytes: Uint8Array): readonly Deed[] => [
  { kind: "unknown", bytes: bytes.subarray(0, 8) },
];
