import {
  CD5220_LOWER,
  CD5220_STRING,
  CD5220_UPPER,
  DISPLAY_CLEAR,
  DMD_POSITION,
  DMD_PREFIX,
  ESC_SELECT,
} from "#drivers/wire/displays.ts";
import { CR, ESC } from "#drivers/wire/escpos.ts";
import { type GlassMode, TextGlass } from "./glass.ts";
import type { Reader } from "./reader.ts";

/** `1B 51 44 text 0D`: more than a line holds wanders through the upper one, from its beginning. */
const CD5220_WANDERING = 0x44;
/** `ESC W n s [x1 y1 x2 y2]` and `ESC & s n m [a d…]…` of a DM-D: windows and drawn characters. */
const [DMD_WINDOW, DMD_DRAW] = [0x57, 0x26] as const;
/** All characters of a DM-D, five columns each, are less. */
const DRAWING_BYTES_MAX = 1024;
const modes: readonly GlassMode[] = ["overwrite", "vertical scroll", "horizontal scroll"];

const [CAN, BS, HT, LF, HOME] = [0x18, 0x08, 0x09, 0x0a, 0x0b] as const;
/** A string that never ends lost its CR on the line. */
const STRING_BYTES_MAX = 64;

/** Second bytes of the commands that take none, one and two bytes more. */
type Commands = readonly (readonly number[])[];

const cd5220Commands: Commands = [
  [0x40, 0x11, 0x12, 0x13],
  [0x5b, 0x2a, 0x5f, 0x66, 0x63, ESC_SELECT],
  [0x6c],
];
const dmdCommands: Commands = [
  [0x01, 0x02, 0x03, LF, 0x55, 0x40],
  [0x58, 0x43, 0x45, 0x72],
  [DMD_POSITION, 0x23, 0x54],
];
const dmdEscCommands: Commands = [[0x40], [0x74, 0x52, ESC_SELECT]];

/**
 * A display of two lines, in the language that its switches are set to.
 *
 * Source: CD5220 command tables of the Partner and POS-X manuals; Epson DM-D command set.
 */
export class TextReader implements Reader {
  readonly glass = new TextGlass();
  readonly #isEpson: boolean;
  #partial: number[] = [];
  /** Once a line was written as a string, single characters are not taken until it is cleared. */
  #isInStringMode = false;

  constructor(language: "cd5220" | "epson-dm-d") {
    this.#isEpson = language === "epson-dm-d";
  }

  get shown() {
    return { kind: "text", rows: this.glass.rows } as const;
  }

  take(byte: number): readonly number[] | null {
    if (this.#partial.length === 0 && byte !== ESC && (byte !== DMD_PREFIX || !this.#isEpson)) {
      this.#takeSingle(byte);
      return null;
    }
    this.#partial.push(byte);
    return this.#partial.length < 2 ? null : this.#takeCommand(this.#partial);
  }

  #takeSingle(byte: number): void {
    const { glass } = this;
    if (byte === DISPLAY_CLEAR) glass.clear();
    if (byte === CAN) glass.clearLine();
    if (byte === DISPLAY_CLEAR || byte === CAN) this.#isInStringMode = false;
    else if (this.#isInStringMode) return;
    else if (byte === HOME) glass.moveTo(0, 0);
    else if (byte === BS) glass.left();
    else if (byte === HT) glass.right();
    else if (byte === LF) glass.turn();
    else if (byte === CR) glass.lineStart();
    else if (byte >= 0x20) glass.write(byte);
  }

  #takeCommand(command: readonly number[]): readonly number[] | null {
    const [first = 0, second = 0, third] = command;
    if (first === ESC && second === CD5220_STRING && !this.#isEpson) {
      return this.#takeString(command, third);
    }
    if (this.#isEpson && first === ESC && (second === DMD_WINDOW || second === DMD_DRAW)) {
      // A window is the whole glass here, and what is drawn is not shown.
      if (isComplete(command) || command.length > DRAWING_BYTES_MAX) this.#partial = [];
      return null;
    }
    const epson = first === ESC ? dmdEscCommands : dmdCommands;
    const known = this.#isEpson ? epson : cd5220Commands;
    const more = known.findIndex((row) => row.includes(second));
    if (command.length < 2 + more) return null;
    this.#partial = [];
    if (more === -1) return command;
    this.#obey(first, second, command);
    return null;
  }

  #takeString(command: readonly number[], line: number | undefined): readonly number[] | null {
    const lines: readonly number[] = [CD5220_UPPER, CD5220_LOWER, CD5220_WANDERING];
    const isKnown = line === undefined || lines.includes(line);
    const isEnded = command.length > 2 && command.at(-1) === CR;
    if (isKnown && !isEnded && command.length < STRING_BYTES_MAX) return null;
    this.#partial = [];
    if (!isKnown || !isEnded) return command;
    this.#isInStringMode = true;
    this.glass.writeLine(line === CD5220_LOWER ? 1 : 0, command.slice(3, -1));
    return null;
  }

  #obey(first: number, second: number, [, , x = 0, y = 0]: readonly number[]): void {
    const { glass } = this;
    if (first === ESC && second === 0x40) {
      this.#isInStringMode = false;
      glass.mode = "overwrite";
      glass.clear();
    }
    const mode = modes[first === ESC ? second - 0x11 : second - 1];
    if (mode !== undefined && this.#isEpson === (first !== ESC)) glass.mode = mode;
    if (first === DMD_PREFIX && second === DMD_POSITION) glass.moveTo(x - 1, y - 1);
    if (first === DMD_PREFIX && second === LF) glass.turn();
    if (first === ESC && second === 0x6c) glass.moveTo(x - 1, y - 1);
    if (first === ESC && second === 0x5b && !this.#isInStringMode) this.#moveCursor(x);
  }

  /** `1B 5B n`: up, down, right, left, home, line start, line end, bottom right. */
  #moveCursor(n: number): void {
    const { glass } = this;
    if (n === 0x41 || n === 0x42) glass.turn();
    if (n === 0x43) glass.right();
    if (n === 0x44) glass.left();
    if (n === 0x48) glass.moveTo(0, 0);
    if (n === 0x4c) glass.lineStart();
    if (n === 0x52) glass.lineEnd();
    if (n === 0x4b) glass.moveTo(19, 1);
  }
}

/** Whether a window or the drawing of characters has all its bytes. */
function isComplete(command: readonly number[]): boolean {
  const [, second, height = 0, from = 0, to = 0] = command;
  if (second === DMD_WINDOW) return command.length === (from === 0 ? 4 : 8);
  if (command.length < 5) return false;
  let at = 5;
  for (let drawn = from; drawn <= to; drawn += 1) at += 1 + height * (command[at] ?? 0);
  return command.length >= at;
}
