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

/** A device with a wire of its own to the host. */
export interface WiredDevice<Event> extends Timed {
  receive(bytes: Uint8Array, now: Millis): Output<Event>;
  wake(now: Millis): Output<Event>;
  /** How many bytes it can take now without losing any; one that leaves it out takes all. */
  readonly room?: number;
}
