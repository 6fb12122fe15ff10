import type { Clock } from "#runtime/host/clock.ts";
import { millis } from "#state/base/units.ts";

const EVERY = millis(2000);
/** A slow machine starts a process in two of these; a binding that hangs never comes back. */
const MISSED_AT_MOST = 5;

/**
 * Asks a process again and again whether it is alive. Counted in questions, not in time: after a
 * machine has slept, both wake up, and the first answer is late by the whole night.
 */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #ask: () => void;
  readonly #giveUp: () => void;
  #missed = 0;
  #cancel = () => {};

  /** @param giveUp told once, ten seconds after the last answer */
  constructor(clock: Clock, ask: () => void, giveUp: () => void) {
    this.#clock = clock;
    this.#ask = ask;
    this.#giveUp = giveUp;
  }

  start(): void {
    this.stop();
    this.#missed = 0;
    this.#cancel = this.#clock.after(EVERY, () => this.#beat());
  }

  heard(): void {
    this.#missed = 0;
  }

  stop(): void {
    this.#cancel();
  }

  #beat(): void {
    if (this.#missed >= MISSED_AT_MOST) {
      this.#giveUp();
      return;
    }
    this.#missed += 1;
    this.#ask();
    this.#cancel = this.#clock.after(EVERY, () => this.#beat());
  }
}
