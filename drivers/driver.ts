import type { Millis } from "#state/base/units.ts";

/**
 * A device's protocol. Bytes, commands and the clock come in; an `Output` comes out. A driver owns
 * no socket, timer or thread, so the same code runs on hardware, in a test and in a simulation.
 */
export interface Driver<Command, Signal> {
  /** The link just opened; the device may have been off for days. */
  open(now: Millis): Output<Signal>;
  /** Bytes arrived, split anywhere. Bytes we do not know become a signal; they never throw. */
  receive(bytes: Uint8Array, now: Millis): Output<Signal>;
  obey(command: Command, now: Millis): Output<Signal>;
  /** The clock has reached `deadline`. */
  wake(now: Millis): Output<Signal>;
  /** The link is gone. Work not finished is handed back as signals, never dropped. */
  close(now: Millis): Output<Signal>;
  /** When `wake` must next be called; null when only bytes or commands can change anything. */
  readonly deadline: Millis | null;
}

/** What a driver step produced. The caller writes and dispatches; a driver never does. */
export interface Output<Signal> {
  readonly writes: readonly Uint8Array[];
  readonly signals: readonly Signal[];
}
