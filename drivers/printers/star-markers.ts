import type { Marker, Markers } from "#drivers/printers/marker.ts";
import { countMark } from "#drivers/printers/star-answers.ts";
import { countUp } from "#drivers/printers/star-commands.ts";

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

  /** Every status tells the count; it is news when it has changed. */
  heard(mark: string): boolean {
    const count = Array.from({ length: COUNTS }, (_, n) => n).find((n) => countMark(n) === mark);
    if (count === undefined || count === this.#count) return false;
    this.#count = count;
    return true;
  }
}
