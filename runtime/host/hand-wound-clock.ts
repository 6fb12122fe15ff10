import { type Millis, millis } from "#state/base/units.ts";
import type { Clock } from "./clock.ts";

/** A clock that moves only when told: tests never sleep. */
export class HandWoundClock implements Clock {
  #now: number;
  readonly #alarms = new Set<{ readonly due: number; readonly wake: () => void }>();

  constructor(start = 1_800_000_000_000) {
    this.#now = start;
  }

  wall(): Millis {
    return millis(this.#now);
  }

  monotonic(): Millis {
    return millis(this.#now);
  }

  after(delay: Millis, wake: () => void): () => void {
    const alarm = { due: this.#now + delay, wake };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Lets `duration` pass; alarms ring in the order they are due, at their own instant. */
  advance(duration: number): void {
    const end = this.#now + duration;
    for (;;) {
      const due = [...this.#alarms].filter((a) => a.due <= end).sort((a, b) => a.due - b.due)[0];
      if (due === undefined) break;
      this.#alarms.delete(due);
      this.#now = Math.max(this.#now, due.due);
      due.wake();
    }
    this.#now = end;
  }
}
