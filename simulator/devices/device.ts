import type { Millis } from "#state/base/units.ts";

/** What a device step produced. The caller writes and publishes; a device never does. */
export interface Output<Event> {
  /** To the host, in order. */
  readonly writes: readonly Uint8Array[];
  readonly events: readonly Event[];
}

/** Something with a life of its own: time must be given back to it at its deadline. */
export interface Timed {
  /** When `wake` must next be called; null when only bytes or a person can change anything. */
  readonly deadline: Millis | null;
}
