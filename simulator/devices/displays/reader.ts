/** Reads what a host writes to a display, one byte at a time. */
export interface Reader {
  readonly shown: Shown;
  /** @returns the command that the byte ends and the display does not know, or null */
  take(byte: number): readonly number[] | null;
}

/** What stands on the glass. */
export type Shown =
  | { readonly kind: "text"; readonly rows: readonly string[] }
  | {
      readonly kind: "digits";
      /** Digits, points and minus as they stand, at most eight digits; empty: dark. */
      readonly digits: string;
      /** Unit price, total, received, change. */
      readonly lights: readonly boolean[];
    };
