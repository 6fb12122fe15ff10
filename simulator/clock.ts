import type { Millis } from "#state/base/units.ts";

/** Time for whatever hosts devices; `main.ts` has the real one, a test winds its own. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC, never running backwards. */
  now(): Millis;
  /** Calls `wake` once, `delayMs` from now; the answer cancels it. */
  after(delayMs: number, wake: () => void): () => void;
}
