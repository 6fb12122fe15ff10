import type { SerialAddress } from "#drivers/links/message.ts";
import type { WeightReason } from "#drivers/scales/signal.ts";

/** How one make of scale is spoken to. */
export interface ScaleLanguage {
  readonly line: Pick<SerialAddress, "baudRate" | "dataBits" | "parity">;
  /** What asks for one weight; null: the scale talks all the time and is only listened to. */
  readonly ask: Uint8Array | null;
  reader(): ScaleReader;
}

/** Reads what a scale says, one byte at a time. */
export interface ScaleReader {
  /** What the byte completes; null while it completes nothing. */
  take(byte: number): ScaleAnswer | null;
  /** Forgets what has begun: of a frame under way only what follows its end counts. */
  reset(): void;
}

export type ScaleAnswer =
  /** At rest, in grams. */
  | { readonly type: "stable"; readonly grams: number }
  | { readonly type: "trouble"; readonly reason: Trouble }
  /** The scale is ready to be asked for what it was asked for. */
  | { readonly type: "proceed"; readonly write: Uint8Array };

export type Trouble = Extract<
  WeightReason,
  "unstable" | "overweight" | "under-zero" | "unreadable"
>;

export const trouble = (reason: Trouble): ScaleAnswer => ({ type: "trouble", reason });

/**
 * Grams by their digits: `01.250` kg is 1250. A float would make 1.005 kg 1004 grams.
 *
 * @returns unreadable for anything but digits with at most one point, and for parts of a gram
 */
export function weightIn(digits: string, unit: "kg" | "g"): ScaleAnswer {
  const [, whole = "", fraction = ""] = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(digits) ?? [];
  const [inGrams, rest] =
    unit === "kg"
      ? [whole + fraction.slice(0, 3).padEnd(3, "0"), fraction.slice(3)]
      : [whole, fraction];
  if (whole === "" || !/^0*$/.test(rest)) return trouble("unreadable");
  return { type: "stable", grams: Number(inGrams) };
}
