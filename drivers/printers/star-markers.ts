import type { Marker, Markers } from "#drivers/printers/marker.ts";
import { countMark } from "#drivers/printers/star-answers.ts";
import { countAnew, countUp } from "#drivers/printers/star-commands.ts";

/** The ETB counter has five bits. */
const COUNTS = 32;

/**
 * The printer counts the ETB that it has come to, and tells the count in its status. A count of 0
 * is never waited for: a printer that was just switched on says 0 too, so one more is counted then.
 */
export class EtbCounter implements Markers {
  #count: number | null = null;

  next(): Marker {
    const { bytes } = countUp();
    if (this.#count === null) return { ask: bytes, answer: "the printer tells no count" };
    const ask = this.#count === COUNTS - 1 ? Uint8Array.of(...bytes, ...bytes) : bytes;
    return { ask, answer: countMark((this.#count + ask.length) % COUNTS) };
  }

  /**
   * Counted from 0 again, to where the count neither stands nor comes by the marker that an earlier
   * receipt may have left: that is answered before.
   */
  atRest(): Marker {
    if (this.#count === null) return this.next();
    const known = [this.#count, (this.#count + 1) % COUNTS];
    const count = [1, 2, 3].find((n) => !known.includes(n)) ?? 1;
    const etbs = Array.from({ length: count }, () => [...countUp().bytes]);
    const ask = Uint8Array.from([...countAnew().bytes, ...etbs.flat()]);
    return { ask, answer: countMark(count) };
  }

  /** Every status tells the count; it is news when it has changed. */
  heard(mark: string): boolean {
    const count = Array.from({ length: COUNTS }, (_, n) => n).find((n) => countMark(n) === mark);
    if (count === undefined || count === this.#count) return false;
    this.#count = count;
    return true;
  }
}
