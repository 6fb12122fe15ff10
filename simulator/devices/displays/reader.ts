import type { Area } from "./glass.ts";

/** Reads what a host writes to a display, one byte at a time. */
export interface Reader {
  readonly shown: Shown;
  /** @returns the command that the byte ends and the display does not know, or null */
  take(byte: number): readonly number[] | null;
}

/** What stands on the glass. */
export type Shown = TextShown | DigitsShown;

/** Two lines of twenty. */
export interface TextShown {
  readonly kind: "text";
  /** Twenty characters each. */
  readonly rows: readonly string[];
  /** The same cells: `#` where the ground is lit and the character dark. */
  readonly reversed: readonly string[];
  /** In cells from 0; null while it is not shown. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** Parts of the glass that scroll for themselves, in cells from 0. */
  readonly windows: readonly (Area & { readonly number: number })[];
  /** 1 to 4: 20, 40, 60 and 100 per cent. */
  readonly brightness: number;
  /** Lit for so long and dark for so long; 0: steady. */
  readonly blinkMs: number;
  /** The host has turned it off; the characters are still there. */
  readonly isDark: boolean;
  /** Columns, from 1, whose indicator is lit. */
  readonly lights: readonly number[];
}

/** Eight digits over four lights. */
export interface DigitsShown {
  readonly kind: "digits";
  /** Digits, points and minus as they stand, at most eight digits; empty: dark. */
  readonly digits: string;
  /** Unit price, total, received, change. */
  readonly lights: readonly boolean[];
}
