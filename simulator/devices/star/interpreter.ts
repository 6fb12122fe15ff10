import type { MarkRow } from "#simulator/paper/paper.ts";
import type { PrinterIdentity } from "../printer-options.ts";
import { columnImage } from "../printing/column-image.ts";
import { printed } from "../printing/deeds.ts";
import { initialModes, type Modes } from "../printing/modes.ts";
import type { Refused } from "../printing/symbols.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed, Interpreter } from "../printing/tongue.ts";
import { information, memorySwitch, PrintEndCounter, scanner, version } from "./answers.ts";
import { numberIn, pitch, signedWord, word } from "./arguments.ts";
import { barcode } from "./barcodes.ts";
import { starPage } from "./code-pages.ts";
import { Line } from "./line.ts";
import { withMargin } from "./margins.ts";
import { buzz, cut, ExternalBuzzer, PULSE, type Pulse, pulse, pulseOf } from "./mechanics.ts";
import { Pages } from "./pages.ts";
import { bandImage, COARSE, FINE, rasterImage, STANDARD } from "./pictures.ts";
import { RasterMode } from "./raster-mode.ts";
import { type CodeDeeds, StackedCodes } from "./stacked-codes.ts";

/** 4 mm, and 3 mm for pictures, at 8 dots a millimetre. */
const LINE_SPACING = 32;
const PICTURE_SPACING = 24;
const alignments = ["left", "center", "right"] as const;

type Handler = (command: Uint8Array) => readonly Deed[];
const none: readonly Deed[] = [];
const unknown: Handler = (bytes) => [{ kind: "unknown", bytes: bytes.subarray(0, 8) }];
const answer = (bytes: Uint8Array | null): readonly Deed[] =>
  bytes === null ? none : [{ kind: "answer", bytes }];

export interface StarPaper {
  readonly widthDots: number;
  /** Set for single-byte countries: no byte begins a hanzi. */
  readonly isSingleByte: boolean;
}

/** Reads Star Line mode: modes change, lines fill, deeds come out. */
export class StarInterpreter implements Interpreter {
  readonly #paper: StarPaper;
  readonly #identity: PrinterIdentity;
  readonly #line: Line;
  readonly #codes = new StackedCodes();
  readonly #raster: RasterMode;
  readonly #pages = new Pages();
  readonly #ends = new PrintEndCounter();
  readonly #buzzer = new ExternalBuzzer();
  #chosen: Modes;
  #pulse: Pulse = PULSE;

  constructor(paper: StarPaper, identity: PrinterIdentity) {
    this.#paper = paper;
    this.#identity = identity;
    this.#line = new Line(paper.widthDots);
    this.#raster = new RasterMode(paper.widthDots);
    this.#chosen = this.#initial();
    this.#pages.reset(LINE_SPACING);
  }

  /** For how long the first connector is driven. */
  get pulseMs(): number {
    return this.#pulse.onMs;
  }

  get #modes(): Modes {
    return this.#line.modesOf(this.#chosen);
  }

  reset(): void {
    this.#pulse = PULSE;
    this.#ends.reset();
    this.#initialize();
  }

  clearLine(): void {
    this.#line.clear();
  }

  pressButton(): readonly Deed[] {
    return none;
  }

  read(token: Token): readonly Deed[] {
    return this.#pages.note(this.#read(token));
  }

  #read(token: Token): readonly Deed[] {
    if (token.kind === "oversized") {
      return [{ kind: "refused", why: `a command of ${token.length} bytes` }];
    }
    const { composer } = this.#line;
    if (token.kind === "character") {
      if (this.#raster.isOn) return none;
      return this.#line.wrap(composer.take(token.byte, this.#modes), this.#modes);
    }
    const broken = this.#line.wrap(composer.settle(this.#modes), this.#modes);
    const [first = 0, second = 0] = token.bytes;
    if (first >= 0x20) return this.#raster.row(token.bytes);
    const handler = first === 0x1b ? (this.#esc[second] ?? unknown) : this.#controls[first];
    return handler === undefined ? broken : [...broken, ...handler(token.bytes)];
  }

  /** What stands for a line feed when `CR` does is a switch inside; here it is ignored. */
  readonly #controls: Readonly<Record<number, Handler>> = {
    7: () => [pulse(2, this.#pulse)],
    9: () => {
      this.#line.composer.tab(this.#modes);
      return none;
    },
    10: () => this.#line.end(this.#modes),
    12: () => this.#formFeed(),
    14: () => this.#expand(this.#modes.scale.y - 1, 1),
    15: () => this.#turn(true),
    18: () => this.#turn(false),
    20: () => this.#expand(this.#modes.scale.y - 1, 0),
    // Behind the data before it: the line being composed is not on paper yet.
    23: () => [...this.#rest(), { kind: "count" }],
    24: () => this.#cancel(),
    25: () => [pulse(5, PULSE)],
    26: () => [pulse(5, PULSE)],
  };

  readonly #esc: Readonly<Record<number, Handler>> = {
    6: () => none,
    7: (c) => {
      this.#pulse = pulseOf(c) ?? this.#pulse;
      return none;
    },
    12: (c) => this.#raster.end(c[2] ?? 0, this.#modes),
    14: () => this.#expand(1, this.#modes.scale.x - 1),
    20: () => this.#expand(0, this.#modes.scale.x - 1),
    29: (c) => (this.#groups[c[2] ?? 0] ?? unknown)(c),
    30: (c) => this.#record(c),
    32: (c) => this.#space(numberIn(c[2], 15)),
    35: (c) => answer(c[2] === 0x2a ? version(this.#identity.model) : memorySwitch(c)),
    42: (c) => (c[2] === 0x72 ? this.#rasterCommand(c) : unknown(c)),
    45: (c) => this.#underline(numberIn(c[2], 1)),
    48: () => this.#set({ lineSpacing: PICTURE_SPACING }),
    49: () => this.#set({ lineSpacing: PICTURE_SPACING }),
    52: () => this.#set({ reverse: true }),
    53: () => this.#set({ reverse: false }),
    58: () => this.#space(4),
    63: () => [...this.#rest(), ...this.#cancel()],
    64: () => {
      const rest = this.#rest();
      this.#initialize();
      return rest;
    },
    67: (c) => {
      this.#pages.set(c, this.#modes.lineSpacing);
      return none;
    },
    68: (c) => this.#set({ tabs: [...c.subarray(2, -1)].map((n) => n * pitch(this.#modes)) }),
    69: () => this.#set({ bold: true }),
    70: () => this.#set({ bold: false }),
    73: (c) => this.#line.feed(c[2] ?? 0, this.#modes),
    74: (c) => this.#line.feed(2 * (c[2] ?? 0), this.#modes),
    75: (c) => this.#hold(columnImage(c.subarray(4), COARSE, this.#modes)),
    76: (c) => this.#hold(columnImage(c.subarray(4), STANDARD, this.#modes)),
    77: () => this.#space(0),
    80: () => this.#space(3),
    81: (c) => this.#margin("right", c[2] ?? 0),
    // 13 and more, where a model has them, are not known here.
    82: (c) => this.#set({ international: numberIn(c[2], 12) ?? this.#modes.international }),
    87: (c) => this.#expand(this.#modes.scale.y - 1, numberIn(c[2], 5)),
    88: (c) => this.#hold(columnImage(c.subarray(4), FINE, this.#modes)),
    97: (c) => this.#line.feed((c[2] ?? 0) * this.#modes.lineSpacing, this.#modes),
    98: (c) => this.#symbol(barcode(c, this.#modes)),
    100: (c) => this.#cut(numberIn(c[2], 3)),
    103: () => this.#space(2),
    104: (c) => this.#expand(numberIn(c[2], 5), this.#modes.scale.x - 1),
    105: (c) => this.#expand(numberIn(c[2], 5), numberIn(c[3], 5)),
    107: (c) => this.#hold(bandImage(c, this.#modes)),
    108: (c) => this.#margin("left", c[2] ?? 0),
    122: (c) =>
      this.#set({ lineSpacing: numberIn(c[2], 1) === 1 ? LINE_SPACING : PICTURE_SPACING }),
    // Without an effect here: Japanese, slashed zero, overlines, vertical tabs and margins, room
    // beside hanzi.
    ...Object.fromEntries([36, 47, 66, 78, 79, 95, 112, 113, 115, 116].map((n) => [n, () => none])),
  };

  /** `ESC GS x …`. */
  readonly #groups: Readonly<Record<number, Handler>> = {
    // Marks a document; 0 and 1 tell what is on paper.
    3: (c) => [...(c[3] === 1 ? this.#rest() : none), ...answer(this.#ends.obey(c))],
    7: (c) => buzz(1, c[4] ?? 0),
    25: (c) => this.#buzzer.obey(c),
    35: () => none,
    41: (c) => answer(information(c, { serial: this.#identity.serial, fonts: this.#fonts })),
    65: (c) => this.#move(word(c, 3)),
    66: (c) => answer(scanner(c)),
    82: (c) => this.#move(this.#line.composer.xDots + signedWord(c, 3)),
    80: (c) => this.#line.obey(c),
    83: (c) => this.#symbol(rasterImage(c, this.#modes)),
    97: (c) => {
      const align = alignments[numberIn(c[3], 2) ?? 3];
      return align === undefined || !this.#line.isEmpty ? none : this.#set({ align });
    },
    116: (c) => this.#set({ codePage: starPage(c[3] ?? 0) }),
    120: (c) => this.#code(this.#codes.pdf417(c, this.#modes)),
    121: (c) => this.#code(this.#codes.qr(c, this.#modes)),
  };

  /** `ESC RS x n`. */
  #record([, , third, n = 0]: Uint8Array): readonly Deed[] {
    if (third === 0x46) return this.#set({ font: n & 1 ? "B" : "A" });
    if (third === 0x61) return [{ kind: "watch", n }];
    return third === 0x45 ? [{ kind: "forget count" }] : none;
  }

  get #fonts(): string {
    return this.#paper.isSingleByte ? "" : "GB18030,";
  }

  #rasterCommand(command: Uint8Array): readonly Deed[] {
    return [...this.#rest(), ...this.#raster.obey(command, this.#modes, this.#pulse)];
  }

  #code({ deeds, mark }: CodeDeeds): readonly Deed[] {
    return mark === null ? deeds : this.#symbol(mark);
  }

  #symbol(row: MarkRow | Refused): readonly Deed[] {
    return "refused" in row ? printed(row) : this.#line.place(row, this.#modes);
  }

  #hold(picture: MarkRow | null): readonly Deed[] {
    return this.#line.hold(picture, this.#modes);
  }

  #move(xDots: number): readonly Deed[] {
    this.#line.composer.moveTo(xDots, this.#modes);
    return none;
  }

  #rest(): readonly Deed[] {
    return this.#line.rest(this.#modes);
  }

  #formFeed(): readonly Deed[] {
    if (this.#line.isOnPage) return none;
    const line = this.#rest();
    return [...line, ...this.#pages.formFeed(line)];
  }

  #cut(n: number | null): readonly Deed[] {
    return n === null ? none : [...this.#rest(), ...cut(n)];
  }

  /** Whole lines only: within one it comes too late. */
  #turn(upsideDown: boolean): readonly Deed[] {
    return this.#line.isEmpty ? this.#set({ upsideDown }) : none;
  }

  #margin(edge: "left" | "right", n: number): readonly Deed[] {
    if (!this.#line.isEmpty) return none;
    return this.#set(withMargin(edge, n, this.#paper.widthDots, this.#chosen));
  }

  #space(rightSpacing: number | null): readonly Deed[] {
    return rightSpacing === null ? none : this.#set({ rightSpacing });
  }

  #underline(n: number | null): readonly Deed[] {
    return n === null ? none : this.#set({ underline: n === 1, hanziUnderline: n === 1 });
  }

  /** How many times more than once; null: out of range, so nothing changes. */
  #expand(high: number | null, wide: number | null): readonly Deed[] {
    if (high === null || wide === null) return none;
    const scale = { x: wide + 1, y: high + 1 };
    return this.#set({ scale, hanziScale: scale });
  }

  #set(change: Partial<Modes>): readonly Deed[] {
    this.#chosen = { ...this.#chosen, ...change };
    return none;
  }

  /** What is in the line is lost. */
  #cancel(): readonly Deed[] {
    this.#initialize();
    return [{ kind: "forget count" }];
  }

  #initialize(): void {
    this.#line.clear();
    this.#raster.leave();
    this.#codes.reset();
    this.#chosen = this.#initial();
    this.#pages.reset(LINE_SPACING);
  }

  #initial(): Modes {
    const { widthDots, isSingleByte } = this.#paper;
    const modes = initialModes(widthDots);
    return { ...modes, lineSpacing: LINE_SPACING, hanziMode: !isSingleByte, tabs: [] };
  }
}
