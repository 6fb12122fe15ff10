import {
  CD5220_LOWER,
  CD5220_STRING,
  CD5220_UPPER,
  DISPLAY_CLEAR,
  DMD_PREFIX,
} from "#drivers/wire/displays.ts";
import { CR, ESC } from "#drivers/wire/escpos.ts";
import type { GlassHabits } from "./glass.ts";
import type { Reader } from "./reader.ts";
import { type Commands, cd5220Commands, dmdCommands, dmdEscCommands } from "./text-commands.ts";
import { TextFace } from "./text-face.ts";

/** `1B 51 44 text 0D`: more than a line holds wanders through the upper one, from its beginning. */
const CD5220_WANDERING = 0x44;
const [CAN, BS, HT, LF, HOME] = [0x18, 0x08, 0x09, 0x0a, 0x0b] as const;
/** A string that never ends lost its CR on the line. */
const STRING_BYTES_MAX = 64;
/** All characters of a DM-D, five columns each, are less. */
const COMMAND_BYTES_MAX = 1024;

/** By what commands begin with, and what the cursor and the windows do. */
const languages: Readonly<Record<"cd5220" | "epson-dm-d", Language>> = {
  cd5220: {
    tables: { [ESC]: cd5220Commands },
    habits: { movesPush: false, windowsScrollOnly: true },
  },
  "epson-dm-d": {
    tables: { [ESC]: dmdEscCommands, [DMD_PREFIX]: dmdCommands },
    habits: { movesPush: true, windowsScrollOnly: false },
  },
};

interface Language {
  readonly tables: Readonly<Record<number, Commands>>;
  readonly habits: GlassHabits;
}

/** A display of two lines, in the language that its switches are set to. */
export class TextReader implements Reader {
  readonly #face: TextFace;
  readonly #language: Language;
  #partial: number[] = [];

  constructor(language: keyof typeof languages) {
    this.#language = languages[language];
    this.#face = new TextFace(this.#language.habits);
  }

  get shown() {
    return this.#face.shown;
  }

  take(byte: number): readonly number[] | null {
    if (this.#partial.length === 0 && this.#language.tables[byte] === undefined) {
      this.#takeSingle(byte);
      return null;
    }
    this.#partial.push(byte);
    return this.#partial.length < 2 ? null : this.#takeCommand(this.#partial);
  }

  #takeSingle(byte: number): void {
    const { glass, isInStringMode } = this.#face;
    if (byte === DISPLAY_CLEAR) glass.clear();
    if (byte === CAN) glass.clearLine();
    if (byte === DISPLAY_CLEAR || byte === CAN) this.#face.isInStringMode = false;
    else if (isInStringMode) return;
    else if (byte === HOME) glass.home();
    else if (byte === BS) glass.left();
    else if (byte === HT) glass.right();
    else if (byte === LF) glass.down();
    else if (byte === CR) glass.lineStart();
    else if (byte >= 0x20) glass.write(this.#face.characterOf(byte));
  }

  #takeCommand(command: readonly number[]): readonly number[] | null {
    const [first = 0, second = 0, ...rest] = command;
    const { tables } = this.#language;
    if (second === CD5220_STRING && tables[ESC] === cd5220Commands)
      return this.#takeString(command);
    const [more, act] = tables[first]?.[second] ?? [];
    if (more === undefined) return this.#end(command);
    if (rest.length < (typeof more === "number" ? more : more(rest))) {
      return command.length < COMMAND_BYTES_MAX ? null : this.#end(command);
    }
    this.#partial = [];
    act?.(this.#face, rest);
    return null;
  }

  #takeString(command: readonly number[]): readonly number[] | null {
    const [, , line] = command;
    const lines: readonly number[] = [CD5220_UPPER, CD5220_LOWER, CD5220_WANDERING];
    const isKnown = line === undefined || lines.includes(line);
    const isEnded = command.length > 2 && command.at(-1) === CR;
    if (isKnown && !isEnded && command.length < STRING_BYTES_MAX) return null;
    if (!isKnown || !isEnded) return this.#end(command);
    this.#partial = [];
    this.#face.isInStringMode = true;
    const characters = command.slice(3, -1).map((byte) => this.#face.characterOf(byte));
    this.#face.glass.writeLine(line === CD5220_LOWER ? 1 : 0, characters);
    return null;
  }

  /** It makes nothing of it. */
  #end(command: readonly number[]): readonly number[] {
    this.#partial = [];
    return command;
  }
}
