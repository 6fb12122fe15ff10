import type { MarkRow } from "#simulator/paper/paper.ts";
import type { PrinterIdentity } from "../printer-options.ts";
import { columnImage } from "../printing/column-image.ts";
import { print, printed } from "../printing/deeds.ts";
import type { Modes } from "../printing/modes.ts";
import type { Refused } from "../printing/symbols.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed, Interpreter } from "../printing/tongue.ts";
import { information, memorySwitch, PrintEndCounter, scanner, version } from "./answers.ts";
import { numberIn, signedWord, word } from "./arguments.ts";
import { barcode } from "./barcodes.ts";
import { DownloadCharacters } from "./download-characters.ts";
import { Line } from "./line.ts";
import { isLogo, type KeptOrder, Logos, logoRows } from "./logos.ts";
import { Macros } from "./macros.ts";
import { withMargin } from "./margins.ts";
import { buzz, cut, ExternalBuzzer, PULSE, type Pulse, pulse, pulseOf } from "./mechanics.ts";
import {
  alignment,
  LINE_SPACING,
  modeCommands,
  modeControls,
  modeGroups,
  type StarPaper,
  starModes,
} from "./mode-commands.ts";
import { Pages } from "./pages.ts";
import { bandImage, COARSE, FINE, rasterImage, STANDARD } from "./pictures.ts";
import { RasterMode } from "./raster-mode.ts";
import { type CodeDeeds, StackedCodes } from "./stacked-codes.ts";

type Handler = (command: Uint8Array) => readonly Deed[];
const none: readonly Deed[] = [];
const unknown: Handler = (bytes) => [{ kind: "unknown", bytes: bytes.subarray(0, 8) }];
const answer = (bytes: Uint8Array | null): readonly Deed[] =>
  bytes === null ? none : [{ kind: "answer", bytes }];

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
  readonly #characters = new DownloadCharacters();
  readonly #macros = new Macros();
  readonly #logos = new Logos();
  #chosen: Modes;
  #pulse: Pulse = PULSE;
  /** Its power came, or it was reset, and nothing has been read since. */
  #isStarting = false;

  constructor(paper: StarPaper, identity: PrinterIdentity) {
    this.#paper = paper;
    this.#identity = identity;
    this.#line = new Line(paper.widthDots);
    this.#raster = new RasterMode(paper.widthDots);
    this.#chosen = starModes(this.#paper, this.#characters.drawn);
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
    this.#characters.clear();
    this.#initialize();
    this.#isStarting = true;
  }

  clearLine(): void {
    this.#line.clear();
  }

  pressButton(): readonly Deed[] {
    return none;
  }

  read(token: Token): readonly Deed[] {
    return this.#pages.note([...this.#start(), ...this.#read(token)]);
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
    ...this.#changing(modeControls),
    7: () => [pulse(2, this.#pulse)],
    9: () => {
      this.#line.composer.tab(this.#modes);
      return none;
    },
    10: () => this.#line.end(this.#modes),
    12: () => this.#formFeed(),
    15: () => this.#turn(true),
    18: () => this.#turn(false),
    // Behind the data before it: the line being composed is not on paper yet.
    23: () => [...this.#rest(), { kind: "count" }],
    24: () => this.#cancel(),
    25: () => [pulse(5, PULSE)],
    26: () => [pulse(5, PULSE)],
  };

  readonly #esc: Readonly<Record<number, Handler>> = {
    ...this.#changing(modeCommands),
    6: () => none,
    7: (c) => {
      this.#pulse = pulseOf(c) ?? this.#pulse;
      return none;
    },
    12: (c) => this.#raster.end(c[2] ?? 0, this.#modes),
    28: (c) => (isLogo(c) ? this.#kept(() => this.#logos.obey(c)) : unknown(c)),
    29: (c) => (this.#groups[c[2] ?? 0] ?? unknown)(c),
    30: (c) => this.#record(c),
    35: (c) => answer(c[2] === 0x2a ? version(this.#identity.model) : memorySwitch(c)),
    38: (c) => {
      this.#characters.obey(c);
      return this.#set({ drawn: this.#characters.drawn });
    },
    42: (c) => (c[2] === 0x72 ? this.#rasterCommand(c) : unknown(c)),
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
    73: (c) => this.#line.feed(c[2] ?? 0, this.#modes),
    74: (c) => this.#line.feed(2 * (c[2] ?? 0), this.#modes),
    75: (c) => this.#hold(columnImage(c.subarray(4), COARSE, this.#modes)),
    76: (c) => this.#hold(columnImage(c.subarray(4), STANDARD, this.#modes)),
    81: (c) => this.#margin("right", c[2] ?? 0),
    88: (c) => this.#hold(columnImage(c.subarray(4), FINE, this.#modes)),
    97: (c) => this.#line.feed((c[2] ?? 0) * this.#modes.lineSpacing, this.#modes),
    98: (c) => this.#symbol(barcode(c, this.#modes)),
    100: (c) => this.#cut(numberIn(c[2], 3)),
    107: (c) => this.#hold(bandImage(c, this.#modes)),
    108: (c) => this.#margin("left", c[2] ?? 0),
    // Without an effect here: Japanese, slashed zero, overlines, vertical tabs and margins, room
    // beside hanzi.
    ...Object.fromEntries([36, 47, 66, 78, 79, 95, 112, 113, 115, 116].map((n) => [n, () => none])),
  };

  /** `ESC GS x …`. */
  readonly #groups: Readonly<Record<number, Handler>> = {
    ...this.#changing(modeGroups),
    // Marks a document; 0 and 1 tell what is on paper.
    3: (c) => [...(c[3] === 1 ? this.#rest() : none), ...answer(this.#ends.obey(c))],
    7: (c) => buzz(1, c[4] ?? 0),
    25: (c) => this.#buzzer.obey(c),
    35: () => none,
    43: (c) => this.#kept(() => this.#macros.register(c)),
    41: (c) => answer(information(c, { serial: this.#identity.serial, fonts: this.#fonts })),
    65: (c) => this.#move(word(c, 3)),
    66: (c) => answer(scanner(c)),
    82: (c) => this.#move(this.#line.composer.xDots + signedWord(c, 3)),
    80: (c) => this.#line.obey(c),
    83: (c) => this.#symbol(rasterImage(c, this.#modes)),
    97: (c) => (this.#line.isEmpty ? this.#set(alignment(c)) : none),
    120: (c) => this.#code(this.#codes.pdf417(c, this.#modes)),
    121: (c) => this.#code(this.#codes.qr(c, this.#modes)),
  };

  /** `ESC RS x n`. */
  #record(command: Uint8Array): readonly Deed[] {
    const [, , third, n = 0] = command;
    if (third === 0x46) return this.#set({ font: n & 1 ? "B" : "A" });
    if (third === 0x4c) return this.#kept(() => this.#logos.obeyBatch(command));
    if (third === 0x61) return [{ kind: "watch", n }];
    return third === 0x45 ? [{ kind: "forget count" }] : none;
  }

  get #fonts(): string {
    return this.#paper.isSingleByte ? "" : "GB18030,";
  }

  #kept(act: () => KeptOrder | null): readonly Deed[] {
    if (this.#line.isOnPage) return none;
    const [before, modes] = this.#line.room(this.#modes);
    const order = act();
    if (order === null) return before;
    const rows = logoRows(order, modes).flatMap(print);
    const written: readonly Deed[] = order.writes ? [{ kind: "memory written" }] : none;
    return [...before, ...rows, ...written, ...(order.restarts ? this.#restart() : none)];
  }

  /** What is written to NV memory is there once the printer has started anew. */
  #restart(): readonly Deed[] {
    this.reset();
    return this.#start();
  }

  #start(): readonly Deed[] {
    if (!this.#isStarting) return none;
    this.#isStarting = false;
    return this.#macros.initialization.flatMap((token) => this.#read(token));
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

  #changing(table: typeof modeCommands): Readonly<Record<number, Handler>> {
    const handlers = Object.entries(table).map(([byte, change]) => {
      return [byte, (c: Uint8Array) => this.#set(change(c, this.#modes))] as const;
    });
    return Object.fromEntries(handlers);
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
    this.#chosen = starModes(this.#paper, this.#characters.drawn);
    this.#pages.reset(LINE_SPACING);
  }
}
