import { type ScaleAnswer, type ScaleReader, trouble } from "#drivers/scales/language.ts";
import { CR } from "#drivers/wire/escpos.ts";

/** Reads answers that begin with a character of their own and end with CR. */
export class BegunFrames implements ScaleReader {
  readonly #start: number;
  readonly #limit: number;
  readonly #answerIn: (frame: readonly number[]) => ScaleAnswer;
  #frame: number[] | null = null;

  /** @param limit the most bytes between the two; at one more the frame is read as it stands */
  constructor(start: number, limit: number, answerIn: (frame: readonly number[]) => ScaleAnswer) {
    this.#start = start;
    this.#limit = limit;
    this.#answerIn = answerIn;
  }

  reset(): void {
    this.#frame = null;
  }

  take(byte: number): ScaleAnswer | null {
    if (byte === this.#start) {
      const wasBegun = this.#frame !== null;
      this.#frame = [];
      // An answer that lost its end is an answer all the same, and a bad one.
      return wasBegun ? trouble("unreadable") : null;
    }
    if (this.#frame === null) return null;
    if (byte !== CR && this.#frame.length < this.#limit) {
      this.#frame.push(byte);
      return null;
    }
    const frame = this.#frame;
    this.#frame = null;
    return this.#answerIn(frame);
  }
}
