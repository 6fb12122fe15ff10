import {
  type ScaleAnswer,
  type ScaleLanguage,
  type ScaleReader,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import { STX } from "#drivers/wire/aim.ts";
import { CR } from "#drivers/wire/escpos.ts";
import {
  TOLEDO_IN_MOTION,
  TOLEDO_OUT_OF_RANGE,
  TOLEDO_STATUS,
  TOLEDO_UNDER_ZERO,
  TOLEDO_WEIGH,
} from "#drivers/wire/scales.ts";

/** The longest answer is nine bytes. */
const FRAME_LIMIT = 16;

/** Toledo 8217, in kilograms. */
export const toledo8217: ScaleLanguage = {
  line: { baudRate: 9600, dataBits: 7, parity: "even" },
  ask: Uint8Array.of(TOLEDO_WEIGH),
  reader: () => new ToledoReader(),
};

class ToledoReader implements ScaleReader {
  #frame: number[] | null = null;

  reset(): void {
    this.#frame = null;
  }

  take(byte: number): ScaleAnswer | null {
    if (byte === STX) {
      const wasBegun = this.#frame !== null;
      this.#frame = [];
      // An answer that lost its end is an answer all the same, and a bad one.
      return wasBegun ? trouble("unreadable") : null;
    }
    if (this.#frame === null) return null;
    if (byte !== CR && this.#frame.length < FRAME_LIMIT) {
      this.#frame.push(byte);
      return null;
    }
    const frame = this.#frame;
    this.#frame = null;
    return answerIn(frame);
  }
}

/**
 * `ddd.dd` or `dd.ddd`, perhaps with an `N` for net; or why there is no weight. Always six places:
 * `01.250` that lost a digit on the way must not be read as one and a half kilograms.
 */
function answerIn(frame: readonly number[]): ScaleAnswer {
  const [mark, status] = frame;
  if (frame.length === 2 && mark === TOLEDO_STATUS && status !== undefined) return told(status);
  const [, digits] = /^(\d{3}\.\d{2}|\d{2}\.\d{3})N?$/.exec(String.fromCharCode(...frame)) ?? [];
  return digits === undefined ? trouble("unreadable") : weightIn(digits, "kg");
}

function told(status: number): ScaleAnswer {
  if ((status & TOLEDO_OUT_OF_RANGE) !== 0) return trouble("overweight");
  if ((status & TOLEDO_UNDER_ZERO) !== 0) return trouble("under-zero");
  return trouble((status & TOLEDO_IN_MOTION) !== 0 ? "unstable" : "unreadable");
}
