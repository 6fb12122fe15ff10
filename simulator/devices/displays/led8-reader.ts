import { STX } from "#drivers/wire/aim.ts";
import {
  CD5220_STRING,
  CD5220_UPPER,
  DISPLAY_CLEAR,
  LED8_DIGITS,
  LED8_LIGHT,
  LED8N_LIGHTS,
} from "#drivers/wire/displays.ts";
import { CR, ESC } from "#drivers/wire/escpos.ts";
import type { Reader } from "./reader.ts";

export type LightDialect = "led8" | "led8-binary" | "led8-partner" | "led8n";

const CAN = 0x18;
/** Eight digits, a point behind each, and a minus. */
const STRING_BYTES_MAX = 24;
const dark = [false, false, false, false];

/**
 * Eight seven-segment digits over four lights, in one maker's dialect of the lights.
 *
 * Source: LED8N manual; makers' sources for the dialects.
 */
export class Led8Reader implements Reader {
  readonly #dialect: LightDialect;
  #partial: number[] = [];
  #digits = "";
  #lights: readonly boolean[] = dark;

  constructor(dialect: LightDialect) {
    this.#dialect = dialect;
  }

  get shown() {
    return { kind: "digits", digits: this.#digits, lights: this.#lights } as const;
  }

  take(byte: number): readonly number[] | null {
    const [first] = this.#partial;
    if (first === undefined && byte !== ESC && byte !== STX) {
      if (byte === DISPLAY_CLEAR || byte === CAN) this.#digits = "";
      return null;
    }
    this.#partial.push(byte);
    const isWhole = this.#isWhole();
    if (isWhole === null) return null;
    const command = this.#partial;
    this.#partial = [];
    if (!isWhole) return command;
    this.#obey(command);
    return null;
  }

  /** Null: more bytes must come; false: no command of this display. */
  #isWhole(): boolean | null {
    const { length } = this.#partial;
    const [first = 0, second, third] = this.#partial;
    if (second === undefined) return null;
    if (first === STX) {
      if (second !== LED8N_LIGHTS || this.#dialect !== "led8n") return false;
      return length < 6 ? null : true;
    }
    if (second === 0x40) return true;
    if (second === LED8_LIGHT && this.#dialect !== "led8n") {
      return length < (this.#dialect === "led8-partner" ? 4 : 3) ? null : true;
    }
    if (second !== CD5220_STRING) return false;
    if (third === undefined) return null;
    if (third !== CD5220_UPPER || length > STRING_BYTES_MAX) return false;
    return this.#partial.at(-1) === CR ? true : null;
  }

  #obey(command: readonly number[]): void {
    const [first, second, n = 0] = command;
    if (first === STX) this.#lights = command.slice(2).map((each) => each === 0x31);
    else if (second === LED8_LIGHT) this.#lights = this.#lightsAt(n);
    else if (second === CD5220_STRING) this.#digits = segments(command.slice(3, -1));
    else {
      this.#digits = "";
      this.#lights = dark;
    }
  }

  #lightsAt(n: number): readonly boolean[] {
    const first = { led8: 0x31, "led8-binary": 1, "led8-partner": 2, led8n: 0 }[this.#dialect];
    return dark.map((_, index) => n === first + index);
  }
}

/** The last eight digits: what does not fit has gone out on the left. Points take no place. */
function segments(bytes: readonly number[]): string {
  const text = String.fromCharCode(...bytes).replace(/[^\d.-]/g, " ");
  const places = text.match(/[\d -]\.?/g) ?? [];
  return places.slice(-LED8_DIGITS).join("").trim();
}
