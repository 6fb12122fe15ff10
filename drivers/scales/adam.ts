import {
  type ScaleAnswer,
  type ScaleLanguage,
  type ScaleReader,
  trouble,
  weightIn,
} from "#drivers/scales/language.ts";
import { LF } from "#drivers/wire/escpos.ts";
import { ADAM_PRINT } from "#drivers/wire/scales.ts";

const LINE_LIMIT = 32;

/**
 * Adam: `P` prints a line, and the scale beeps each time. It prints at rest only, so goods that
 * move are silence, and so is an overload [guess: no manual at hand says what else it would do].
 */
export const adam: ScaleLanguage = {
  line: { baudRate: 4800 },
  ask: Uint8Array.from(ADAM_PRINT),
  reader: () => new AdamReader(),
};

class AdamReader implements ScaleReader {
  #line: number[] = [];

  reset(): void {
    this.#line = [];
  }

  take(byte: number): ScaleAnswer | null {
    if (byte !== LF) {
      if (this.#line.length < LINE_LIMIT) this.#line.push(byte);
      return null;
    }
    const line = String.fromCharCode(...this.#line);
    this.#line = [];
    return answerIn(line);
  }
}

/** Three decimals always: a weight that lost one of them on the way is none. */
function answerIn(line: string): ScaleAnswer {
  const [, sign, digits] = /^ *([+-]?) *(\d{1,3}\.\d{3}) ?kg\r$/.exec(line) ?? [];
  if (digits === undefined) return trouble("unreadable");
  return sign === "-" ? trouble("under-zero") : weightIn(digits, "kg");
}
