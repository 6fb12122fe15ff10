import { DRAWN } from "#simulator/paper/paper.ts";
import { GLASS_COLUMNS, type GlassHabits, TextGlass } from "./glass.ts";
import type { TextShown } from "./reader.ts";

/** Of the screen's blinking, each way. */
const BLINK_UNIT_MS = 50;
/** Not blinking but off. */
const BLINK_OFF = 255;
const BRIGHTEST = 4;

/**
 * What is to be seen of a display of two lines: its glass, and how that is lit.
 *
 * Sources: Epson DM-D110 specification, 5.4; POS-X XP8200 manual (US E, US #); Bematech LDX1000
 * manual (20, 40, 60 and 100 per cent). Guesses: column 0 means all lights, as in Epson's older
 * displays; the cursor is dark until it is turned on.
 */
export class TextFace {
  readonly glass: TextGlass;
  /** Once a line was written as a string, single characters are not taken until it is cleared. */
  isInStringMode = false;
  showsCursor = false;
  usesDrawn = false;
  readonly #drawn = new Set<number>();
  readonly #lights = new Set<number>();
  #brightness = BRIGHTEST;
  #blink = 0;

  constructor(habits: GlassHabits) {
    this.glass = new TextGlass(habits);
  }

  get shown(): TextShown {
    const { rows, reversed, cursor, windows } = this.glass;
    return {
      kind: "text",
      rows,
      reversed,
      cursor: this.showsCursor ? cursor : null,
      windows,
      brightness: this.#brightness,
      blinkMs: this.#blink === BLINK_OFF ? 0 : this.#blink * BLINK_UNIT_MS,
      isDark: this.#blink === BLINK_OFF,
      lights: [...this.#lights].sort((a, b) => a - b),
    };
  }

  /** One that the tube does not have leaves the cell dark. */
  characterOf(byte: number): string {
    if (this.usesDrawn && this.#drawn.has(byte)) return DRAWN;
    return byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : " ";
  }

  reset(): void {
    this.isInStringMode = false;
    this.showsCursor = false;
    this.usesDrawn = false;
    this.#drawn.clear();
    this.#lights.clear();
    this.#brightness = BRIGHTEST;
    this.#blink = 0;
    this.glass.reset();
  }

  dim(n: number): void {
    if (n >= 1 && n <= BRIGHTEST) this.#brightness = n;
  }

  blink(n: number): void {
    this.#blink = n;
  }

  /** @param column from 1 */
  light(isOn: boolean, column: number): void {
    if (column > GLASS_COLUMNS) return;
    const all = Array.from({ length: GLASS_COLUMNS }, (_, x) => x + 1);
    for (const each of column === 0 ? all : [column]) {
      if (isOn) this.#lights.add(each);
      else this.#lights.delete(each);
    }
  }

  draw(first: number, last: number): void {
    for (let code = first; code <= last; code += 1) this.#drawn.add(code);
  }

  forget(code: number): void {
    this.#drawn.delete(code);
  }
}
