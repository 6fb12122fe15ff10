import {
  type ScaleAnswer,
  type ScaleLanguage,
  type ScaleReader,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import { LF } from "#drivers/wire/escpos.ts";

/** The CAS form has 22 bytes, with its end. */
const LINE_LIMIT = 32;

/**
 * Lines that come all the time: `ST,GS,+  1.234kg` of Chinese indicators, and the CAS form of 22
 * bytes, which has an address and a lamp byte in between.
 */
export const asciiContinuous: ScaleLanguage = {
  line: { baudRate: 9600 },
  ask: null,
  reader: () => new LineReader(),
};

class LineReader implements ScaleReader {
  #line: number[] = [];
  /** The rest of a line that began before anybody listened tells of other goods. */
  #isSkipping = true;

  reset(): void {
    this.#line = [];
    this.#isSkipping = true;
  }

  take(byte: number): ScaleAnswer | null {
    if (byte === LF) {
      const line = this.#line;
      const isTold = !this.#isSkipping;
      this.#line = [];
      this.#isSkipping = false;
      return isTold ? answerIn(String.fromCharCode(...line)) : null;
    }
    if (this.#line.length < LINE_LIMIT) this.#line.push(byte);
    return null;
  }
}

/** Sign and weight fill eight places: a line that lost a digit on the way is none. */
const form = /^(ST|US|OL),(?:GS|NT),(?:..,)?(?=.{8} ?(?:kg|g)\r$)([+-]?) *([\d.]*) *(kg|g)\r$/s;

function answerIn(line: string): ScaleAnswer {
  const [, state, sign, digits = "", unit] = form.exec(line) ?? [];
  // An indicator that is overloaded writes no digits, or nines.
  if (state === "OL") return trouble("overweight");
  if (state === "US") return trouble("unstable");
  if (state !== "ST") return trouble("unreadable");
  if (sign === "-" && !/^[0.]*$/.test(digits)) return trouble("under-zero");
  return weightIn(digits, unit === "kg" ? "kg" : "g");
}
