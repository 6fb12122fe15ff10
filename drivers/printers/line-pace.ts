import { type Millis, millis } from "#state/base/units.ts";

/** Bytes that are written at once where an XOFF counts: the room that a TM-T88 has left at its. */
const SLICE_BYTES = 16;

/** What has been handed to a line of known speed, and when it is through. */
export class LinePace {
  readonly #msPerByte: number;
  #rest: Uint8Array = new Uint8Array();
  #isThroughAt: Millis = millis(0);

  /** @param msPerByte of the line; 0 where it is fast, or not known */
  constructor(msPerByte: number) {
    this.#msPerByte = msPerByte;
  }

  get isThroughAt(): Millis {
    return this.#isThroughAt;
  }

  get hasRest(): boolean {
    return this.#rest.length > 0;
  }

  /** @returns what to write now: all of it, or with `isSliced` no more than an XOFF can stop */
  write(bytes: Uint8Array, now: Millis, isSliced: boolean): Uint8Array {
    const isWhole = !isSliced || this.#msPerByte === 0;
    const slice = isWhole ? bytes : bytes.subarray(0, SLICE_BYTES);
    this.#rest = bytes.subarray(slice.length);
    this.#isThroughAt = millis(now + Math.ceil(this.#msPerByte * slice.length));
    return slice;
  }

  /** @returns the next slice of what was begun */
  goOn(now: Millis): Uint8Array {
    return this.write(this.#rest, now, true);
  }

  /** What is left of a step belongs to a job that is over. */
  drop(): void {
    this.#rest = new Uint8Array();
  }
}
