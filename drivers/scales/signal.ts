/** Asks for one stable weight. Ends in exactly one signal with the same `readId`. */
export interface ScaleCommand {
  readonly type: "readWeight";
  readonly readId: string;
}

export type ScaleSignal =
  | { readonly type: "Weight"; readonly readId: string; readonly grams: number }
  | { readonly type: "WeightError"; readonly readId: string; readonly reason: WeightReason };

/** `superseded`: another was asked for; `unstable`: it never came to rest; `unreadable`: it answered, and not in its own protocol. */
export type WeightReason =
  | "unstable"
  | "overweight"
  | "under-zero"
  | "unreadable"
  | "no-answer"
  | "superseded"
  | "link-lost";
