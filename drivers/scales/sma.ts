import {
  type ScaleAnswer,
  type ScaleLanguage,
  type ScaleReader,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import { CR, LF } from "#drivers/wire/escpos.ts";
import { SMA_ANSWER_BYTES, SMA_WEIGH } from "#drivers/wire/scales.ts";

/** The Scale Manufacturers Association's protocol, level 1. Source: SMA SCP-0499, section 5.1. */
export const sma: ScaleLanguage = {
  line: { baudRate: 9600 },
  ask: Uint8Array.from(SMA_WEIGH),
  reader: () => new SmaReader(),
};

class SmaReader implements ScaleReader {
  #frame: number[] | null = null;

  reset(): void {
    this.#frame = null;
  }

  take(byte: number): ScaleAnswer | null {
    if (byte === LF) {
      const wasBegun = this.#frame !== null;
      this.#frame = [];
      return wasBegun ? trouble("unreadable") : null;
    }
    if (this.#frame === null) return null;
    if (byte !== CR && this.#frame.length < SMA_ANSWER_BYTES) {
      this.#frame.push(byte);
      return null;
    }
    const frame = String.fromCharCode(...this.#frame);
    this.#frame = null;
    return answerIn(frame);
  }
}

/** Status, range, mode, motion, a place for later, ten places of weight, three of unit. */
const form = /^([ ZOUEIT])\d([GNgn])([ M]).([ \d.+-]{10})(kg |g {2})$/s;

function answerIn(frame: string): ScaleAnswer {
  const [, status, , motion, weight = "", unit = ""] = form.exec(frame) ?? [];
  if (status === "O") return trouble("overweight");
  if (status === "U") return trouble("under-zero");
  if (status !== " " && status !== "Z") return trouble("unreadable");
  if (motion === "M") return trouble("unstable");
  const digits = weight.trim();
  if (digits.startsWith("-")) return trouble("under-zero");
  return weightIn(digits, unit.startsWith("kg") ? "kg" : "g");
}
