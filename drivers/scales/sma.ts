import { BegunFrames } from "#drivers/scales/begun-frames.ts";
import {
  type ScaleAnswer,
  type ScaleLanguage,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import { LF } from "#drivers/wire/escpos.ts";
import { SMA_ANSWER_BYTES, SMA_WEIGH } from "#drivers/wire/scales.ts";

/** The Scale Manufacturers Association's protocol, level 1. Source: SMA SCP-0499, section 5.1. */
export const sma: ScaleLanguage = {
  line: { baudRate: 9600 },
  ask: Uint8Array.from(SMA_WEIGH),
  reader: () => new BegunFrames(LF, SMA_ANSWER_BYTES, answerIn),
};

/** Status, range, mode, motion, a place for later, ten places of weight, three of unit. */
const form = /^([ ZOUEIT])\d([GNgn])([ M]).([ \d.+-]{10})(kg |g {2})$/s;

function answerIn(frame: readonly number[]): ScaleAnswer {
  const told = form.exec(String.fromCharCode(...frame)) ?? [];
  const [, status, , motion, weight = "", unit = ""] = told;
  if (status === "O") return trouble("overweight");
  if (status === "U") return trouble("under-zero");
  if (status !== " " && status !== "Z") return trouble("unreadable");
  if (motion === "M") return trouble("unstable");
  const digits = weight.trim();
  if (digits.startsWith("-")) return trouble("under-zero");
  return weightIn(digits, unit.startsWith("kg") ? "kg" : "g");
}
