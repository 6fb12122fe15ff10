import { BegunFrames } from "#drivers/scales/begun-frames.ts";
import {
  type ScaleAnswer,
  type ScaleLanguage,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import { STX } from "#drivers/wire/aim.ts";
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
  reader: () => new BegunFrames(STX, FRAME_LIMIT, answerIn),
};

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
