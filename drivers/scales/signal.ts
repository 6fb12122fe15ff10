/** Asks for one stable weight. Ends in exactly one signal with the same `readId`. */
export interface ScaleCommand {
  readonly type: "readWeight";
  readonly readId: string;
}

export type ScaleSignal =
  | {
      readonly type: "Weight";
      readonly readId: string;
      /** As the scale wrote it, such as `01.250`: in its own unit, never through a float. */
      readonly weight: string;
    }
  | { readonly type: "WeightError"; readonly readId: string; readonly reason: WeightReason };

/** `unstable`: it never came to rest; `unreadable`: it answered, and not in its own protocol. */
export type WeightReason =
  | "unstable"
  | "overweight"
  | "under-zero"
  | "unreadable"
  | "no-answer"
  | "busy"
  | "link-lost";
