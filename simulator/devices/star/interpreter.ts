import { COLUMN_DOTS, type PaperRow } from "#simulator/paper/paper.ts";
import { columnImage } from "../printing/column-image.ts";
import { Composer } from "../printing/composer.ts";
import { feed, print, printed } from "../printing/deeds.ts";
import { initialModes, type Modes } from "../printing/modes.ts";
import { barcodeRow, QrStore, type Refused } from "../printing/symbols.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed, Interpreter } from "../printing/tongue.ts";
import { withMargin } from "./margins.ts";
import { bandImage, rasterImage } from "./pictures.ts";

/** 4 mm, and 3 mm for pictures, at 8 dots a millimetre. */
const LINE_SPACING = 32;
const PICTURE_SPACING = 24;
/** From the head to the blade. */
const TO_BLADE = 96;
/** `ESC X`: columns of 24 dots, one dot of paper each. */
const STRIP = { bytesPerColumn: 3, scaleX: 1, scaleY: 1 };
/** As shipped: `ESC BEL` sets others. */
const PULSE = { onMs: 200, offMs: 200 };

/** `ESC b n1` as `GS k` counts them. Source: Star Line Mode command specifications. */
const symbologies: Readonly<Record<number, number>> = {
  ...{ 0: 0x42, 1: 0x41, 2: 0x44, 3: 0x43, 4: 0x45, 5: 0x46, 6: 0x49, 7: 0x48, 8: 0x47 },
};
const CODE128 = 6;
/** `ESC GS t n` as `ESC t` counts them. */
const codePages: Readonly<Record<number, number>> = { 0: 0, 1: 0, 4: 19, 10: 17, 32: 16 };

type Handler = (command: Uint8Array) => readonly Deed[];
const none: readonly Deed[] = [];
const word = (command: Uint8Array, index: number) =>
  (command[index] ?? 0) + 256 * (command[index + 1] ?? 0);

/** Reads Star Line mode: modes change, lines fill, deeds come out. */
export class StarInterpreter implements Interpreter {
  readonly #widthDots: number;
  readonly #model: string;
  readonly #composer = new Composer();
  readonly #qr = new QrStore();
  #modes: Modes;
  #picture: PaperRow | null = null;
  #pulse = PULSE;

  constructor(widthDots: number, model: string) {
    this.#widthDots = widthDots;
    this.#model = model;
    this.#modes = this.#initial();
  }

  reset(): void {
    this.clearLine();
    this.#qr.reset();
    this.#pulse = PULSE;
    this.#modes = this.#initial();
  }

  clearLine(): void {
    this.#composer.clear();
    this.#picture = null;
  }

  pressButton(): readonly Deed[] {
    return none;
  }

  read(token: Token): readonly Deed[] {
    if (token.kind === "character") {
      return this.#composer.take(token.byte, this.#modes).flatMap(print);
    }
    if (token.kind === "oversized") {
      return [{ kind: "refused", why: `a command of ${token.length} bytes` }];
    }
    const broken = this.#composer.settle(this.#modes).flatMap(print);
    const [first = 0, second = 0] = token.bytes;
    const handler = first === 0x1b ? this.#esc[second] : this.#controls[first];
    if (handler !== undefined) return [...broken, ...handler(token.bytes)];
    return first === 0x1b ? [...broken, { kind: "unknown", bytes: token.bytes }] : broken;
  }

  readonly #controls: Readonly<Record<number, Handler>> = {
    9: () => {
      this.#composer.tab(this.#modes);
      return none;
    },
    10: () => this.#newLine(),
    7: () => [{ kind: "pulse", pin: 2, ...this.#pulse }],
    28: () => [{ kind: "pulse", pin: 2, ...this.#pulse }],
    26: () => [{ kind: "pulse", pin: 5, ...this.#pulse }],
    25: () => [{ kind: "pulse", pin: 5, ...this.#pulse }],
    15: () => this.#turn(true),
    18: () => this.#turn(false),
    // Behind the data before it: the line being composed is not on paper yet.
    23: () => [...this.#rest(), { kind: "count" }],
    24: () => {
      this.clearLine();
      return [{ kind: "forget count" }];
    },
  };

  readonly #esc: Readonly<Record<number, Handler>> = {
    64: () => {
      this.reset();
      return none;
    },
    69: () => this.#set({ bold: true }),
    70: () => this.#set({ bold: false }),
    45: (c) => this.#underline(((c[2] ?? 0) & 1) === 1),
    52: () => this.#set({ reverse: true }),
    53: () => this.#set({ reverse: false }),
    105: (c) => this.#scale((c[2] ?? 0) % 6, (c[3] ?? 0) % 6),
    87: (c) => this.#scale(this.#modes.scale.y - 1, (c[2] ?? 0) % 6),
    104: (c) => this.#scale((c[2] ?? 0) % 6, this.#modes.scale.x - 1),
    32: (c) => this.#set({ rightSpacing: (c[2] ?? 0) & 0x0f }),
    108: (c) => this.#set(withMargin("left", c[2] ?? 0, this.#widthDots, this.#modes)),
    81: (c) => this.#set(withMargin("right", c[2] ?? 0, this.#widthDots, this.#modes)),
    48: () => this.#set({ lineSpacing: PICTURE_SPACING }),
    122: (c) => this.#set({ lineSpacing: (c[2] ?? 0) & 1 ? LINE_SPACING : PICTURE_SPACING }),
    97: (c) => [...this.#rest(), ...feed((c[2] ?? 0) * this.#modes.lineSpacing)],
    74: (c) => [...this.#rest(), ...feed(2 * (c[2] ?? 0))],
    100: (c) => this.#cut(c[2] ?? 0),
    7: (c) => {
      this.#pulse = { onMs: 10 * (c[2] ?? 0), offMs: 10 * (c[3] ?? 0) };
      return none;
    },
    98: (c) => this.#barcode(c),
    88: (c) => this.#hold(columnImage(c.subarray(4), STRIP, this.#modes)),
    107: (c) => this.#hold(bandImage(c, this.#modes)),
    68: (c) => this.#set({ tabs: [...c.subarray(2, -1)].map((column) => column * COLUMN_DOTS) }),
    35: () => [{ kind: "answer", bytes: version(this.#model) }],
    29: (c) => this.#group(c),
    30: (c) => this.#record(c),
    6: () => none,
    36: (c) => this.#set({ hanziMode: ((c[2] ?? 0) & 1) === 1 }),
    82: () => none,
    115: () => none,
  };

  /** `ESC RS x n`. */
  #record([, , third, n = 0]: Uint8Array): readonly Deed[] {
    if (third === 0x46) return this.#set({ font: n & 1 ? "B" : "A" });
    if (third === 0x61) return [{ kind: "watch", n }];
    return third === 0x45 ? [{ kind: "forget count" }] : none;
  }

  /** `ESC GS x …`. */
  #group(command: Uint8Array): readonly Deed[] {
    const [, , third, n = 0] = command;
    if (third === 0x74) return this.#set({ codePage: codePages[n] ?? 255 });
    if (third === 0x79) return this.#qrFunction(command);
    if (third === 0x41) return this.#move(word(command, 3));
    if (third === 0x52) return this.#move(this.#composer.xDots + ((word(command, 3) << 16) >> 16));
    if (third === 0x53) return this.#symbol(rasterImage(command, this.#modes));
    // Where a document begins and ends: a mark for the host's own spooler.
    if (third === 0x03) return none;
    if (third === 0x29) return [{ kind: "answer", bytes: information(command, this.#model) }];
    if (third !== 0x61) return [{ kind: "unknown", bytes: command }];
    const align = (["left", "center", "right"] as const)[n & 0x0f];
    return align === undefined || !this.#composer.isEmpty ? none : this.#set({ align });
  }

  #qrFunction(command: Uint8Array): readonly Deed[] {
    const [, , , fourth, which, n = 0] = command;
    if (fourth === 0x50) return this.#symbol(this.#qr.print(this.#modes));
    if (fourth === 0x44) this.#qr.store(command.slice(8));
    // Levels 0 to 3 here, 30h to 33h in ESC/POS; the model makes no difference on paper.
    if (fourth === 0x53 && which === 0x31) this.#qr.level(0x30 + n);
    if (fourth === 0x53 && which === 0x32) this.#qr.size(n);
    return none;
  }

  /** `ESC b n1 n2 n3 n4 data RS`; 1 and 3 have no digits below. */
  #barcode(command: Uint8Array): readonly Deed[] {
    const [type = 0, text = 0, mode = 0] = [...command.subarray(2, 5)].map((byte) => byte & 0x0f);
    const data = [...command.subarray(6, -1)];
    const m = symbologies[type];
    if (m === undefined) return [{ kind: "refused", why: `ESC b ${type}: no such symbology here` }];
    const inSet = type === CODE128 && data[0] !== 0x7b ? [0x7b, 0x42, ...data] : data;
    const height = { heightDots: Math.max(8, command[5] ?? 0), moduleDots: mode + 1 };
    const hri = text === 2 || text === 4 ? ("below" as const) : ("none" as const);
    const modes = { ...this.#modes, barcode: { ...height, hri } };
    return this.#symbol(barcodeRow(Uint8Array.of(0x1d, 0x6b, m, inSet.length, ...inSet), modes));
  }

  /** A band of a picture stands in the line until a line feed. */
  #hold(picture: PaperRow | null): readonly Deed[] {
    const before = this.#rest();
    this.#picture = picture;
    return before;
  }

  #move(xDots: number): readonly Deed[] {
    this.#composer.moveTo(xDots, this.#modes);
    return none;
  }

  #symbol(row: PaperRow | Refused): readonly Deed[] {
    const deeds = printed(row);
    return "refused" in row ? deeds : [...this.#rest(), ...deeds];
  }

  #newLine(): readonly Deed[] {
    const picture = this.#picture;
    this.#picture = null;
    if (picture === null) return print(this.#composer.flush(this.#modes));
    return [...print(picture), ...feed(this.#modes.lineSpacing - picture.heightDots)];
  }

  /** What has been composed and not printed. */
  #rest(): readonly Deed[] {
    return this.#composer.isEmpty && this.#picture === null ? none : this.#newLine();
  }

  #cut(n: number): readonly Deed[] {
    const toBlade = (n & 2) > 0 ? feed(TO_BLADE) : none;
    return [...this.#rest(), ...toBlade, { kind: "cut", isPartial: (n & 1) === 1 }];
  }

  /** Whole lines only: within one it comes too late. */
  #turn(upsideDown: boolean): readonly Deed[] {
    return this.#composer.isEmpty ? this.#set({ upsideDown }) : none;
  }

  #underline(underline: boolean): readonly Deed[] {
    return this.#set({ underline, hanziUnderline: underline });
  }

  #scale(y: number, x: number): readonly Deed[] {
    const scale = { x: x + 1, y: y + 1 };
    return this.#set({ scale, hanziScale: scale });
  }

  #set(change: Partial<Modes>): readonly Deed[] {
    this.#modes = { ...this.#modes, ...change };
    return none;
  }

  #initial(): Modes {
    return { ...initialModes(this.#widthDots), lineSpacing: LINE_SPACING };
  }
}

/** `ESC # * LF NUL`: `ESC # * ,` the text, LF NUL. */
function version(model: string): Uint8Array {
  return Uint8Array.of(0x1b, 0x23, 0x2a, 0x2c, ...ascii(`${model} Ver3.0`), 0x0a, 0);
}

/** `ESC GS ) I pL pH fn …`: the same head, the text, LF NUL. */
function information(command: Uint8Array, model: string): Uint8Array {
  return Uint8Array.of(...command, ...ascii(model), 0x0a, 0);
}

const ascii = (text: string) => new TextEncoder().encode(text);
