import type { PrinterIdentity } from "../printer-options.ts";

const text = (words: string) => Uint8Array.of(0x5f, ...new TextEncoder().encode(words), 0);

/** Printer information A: header, n again, what there is to say, NUL. */
const informationA = (n: number, ...said: readonly number[]) => Uint8Array.of(0x3d, n, ...said, 0);

/** Two-byte characters and an autocutter. */
const TYPE = 0x03;

type Answer = (identity: PrinterIdentity) => Uint8Array;

const ids: Readonly<Record<number, Answer>> = {
  1: ({ modelId }) => Uint8Array.of(modelId),
  2: () => Uint8Array.of(TYPE),
  3: () => Uint8Array.of(0x01),
};

/**
 * `GS I n`. What this model has nothing to say about is header, number, NUL.
 *
 * Source: Epson ESC/POS command reference, GS I; TM-U230 and TM-J2000 tables of printer
 * information A for n = 33 (two bytes, bit 6 always on).
 */
const answers: Readonly<Record<number, Answer>> = {
  ...ids,
  49: ids[1] as Answer,
  50: ids[2] as Answer,
  51: ids[3] as Answer,
  33: () => informationA(33, 0x40 | TYPE, 0x40),
  35: () => informationA(35),
  36: () => informationA(36),
  65: ({ firmware }) => text(firmware),
  66: ({ maker }) => text(maker),
  67: ({ model }) => text(model),
  68: ({ serial }) => text(serial),
  69: ({ font }) => text(font),
  96: () => informationA(96),
  110: () => informationA(110),
  111: () => text(""),
  112: () => text(""),
};

/** The answer to `GS I n`; null when the printer stays silent. */
export function identify(n: number, identity: PrinterIdentity): Uint8Array | null {
  return answers[n]?.(identity) ?? null;
}
