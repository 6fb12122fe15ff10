import { type Millis, millis } from "#state/base/units.ts";

/** Time as a part: the real one here, a hand-wound one in tests and simulations. */
export interface Clock {
  /** Since 1970-01-01 UTC; may jump when somebody sets the machine's clock. */
  wall(): Millis;
  /** Never jumps; its zero means nothing. Deadlines are measured with it. */
  monotonic(): Millis;
  /** Calls `wake` once, `delay` from now; the answer cancels it. */
  after(delay: Millis, wake: () => void): () => void;
}

export const systemClock: Clock = {
  wall: () => millis(Date.now()),
  monotonic: () => millis(Math.round(performance.now())),
  after(delay, wake) {
    const timer = setTimeout(wake, delay);
    return () => clearTimeout(timer);
  },
};
