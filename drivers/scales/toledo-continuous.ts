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
  TOLEDO_DECIMALS,
  TOLEDO_DECIMALS_NONE,
  TOLEDO_FRAME_BYTES,
  TOLEDO_KILOGRAMS,
  TOLEDO_MOTION,
  TOLEDO_NEGATIVE,
  TOLEDO_OVER,
} from "#drivers/wire/scales.ts";

const AT_CR = 16;

/**
 * Toledo's continuous output with its check character, which must be switched on: without it a
 * digit hurt on the line is a weight like any other.
 */
export const toledoContinuous: ScaleLanguage = {
  line: { baudRate: 9600, dataBits: 7, parity: "even" },
  ask: null,
  reader: () => new FrameReader(),
};

class FrameReader implements ScaleReader {
  #heard: number[] = [];

  reset(): void {
    this.#heard = [];
  }

  /** What comes before an STX is the rest of a frame that nobody saw begin. */
  take(byte: number): ScaleAnswer | null {
    if (this.#heard.length > 0 || byte === STX) this.#heard.push(byte);
    if (this.#heard.length < TOLEDO_FRAME_BYTES) return null;
    const frame = this.#heard;
    if (isWhole(frame)) {
      this.#heard = [];
      return answerIn(frame);
    }
    // A check may look like an STX, and a frame may have lost a byte: look on behind this one.
    const next = frame.indexOf(STX, 1);
    this.#heard = next === -1 ? [] : frame.slice(next);
    return trouble("unreadable");
  }
}

function isWhole(frame: readonly number[]): boolean {
  const sum = frame.reduce((all, byte) => all + byte, 0);
  return frame[AT_CR] === CR && (sum & 0x7f) === 0;
}

function answerIn([, swa = 0, swb = 0, , ...rest]: readonly number[]): ScaleAnswer {
  if ((swb & TOLEDO_OVER) !== 0) return trouble("overweight");
  if ((swb & TOLEDO_NEGATIVE) !== 0) return trouble("under-zero");
  if ((swb & TOLEDO_MOTION) !== 0) return trouble("unstable");
  if ((swb & TOLEDO_KILOGRAMS) === 0) return trouble("unreadable");
  const digits = String.fromCharCode(...rest.slice(0, 6)).replace(/ /g, "0");
  const decimals = (swa & TOLEDO_DECIMALS) - TOLEDO_DECIMALS_NONE;
  if (decimals < 0 || !/^\d{6}$/.test(digits)) return trouble("unreadable");
  const point = 6 - decimals;
  return weightIn(
    decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`,
    "kg",
  );
}
