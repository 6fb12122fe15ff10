import { type Millis, millis } from "#state/base/units.ts";

const FIRST = 250;
const LONGEST = 5000;

/** How long to wait before the next try: 0.25 s, doubling to 5 s. */
export class BackOff {
  #next = FIRST;

  /**
   * @param lived how long the last try lasted. One that lasted longer than the longest wait was a
   * success, so the waits begin anew; a device that dies at once keeps its place in line.
   */
  next(lived: Millis): Millis {
    if (lived > LONGEST) this.#next = FIRST;
    const wait = millis(this.#next);
    this.#next = Math.min(LONGEST, this.#next * 2);
    return wait;
  }

  /** There is a new reason to hope. */
  beginAnew(): void {
    this.#next = FIRST;
  }
}
