import { ESC_SELECT, SELECT_DISPLAY, SELECT_PRINTER } from "#drivers/wire/displays.ts";
import {
  ESC, ESC_2, ESC_3, ESC_AT, ESC_a, ESC_d, ESC_E, ESC_EXCLAMATION, ESC_J, ESC_M, ESC_p, ESC_t,
  FS, FS_AMPERSAND, FS_EXCLAMATION, FS_PERIOD, GS, GS_a, GS_EXCLAMATION, GS_H, GS_h, GS_I, GS_k,
  GS_PAREN, GS_PAREN_H, GS_PAREN_k, GS_r, GS_V, GS_v, GS_w, HT, LF,
} from "#drivers/wire/escpos.ts"; // biome-ignore format: names of the manual, a block
import { COLUMN_DOTS, LINE_DOTS } from "#simulator/paper/paper.ts";
import { identify, type PrinterIdentity } from "../printer-options.ts";
import { Composer } from "../printing/composer.ts";
import { feed, print, printed } from "../printing/deeds.ts";
import { initialModes, type Modes, NORMAL, type Scale } from "../printing/modes.ts";
import { rasterRow } from "../printing/raster.ts";
import { barcodeRow } from "../printing/symbols.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Deed, Interpreter } from "../printing/tongue.ts";
import { hriOf, isSelection, passOn, pulse } from "./arguments.ts";
import { BitImage } from "./bit-image.ts";
import { GraphicsStore } from "./graphics.ts";
import { paperBits } from "./status.ts";
import { TwoDimensional } from "./two-dimensional.ts";

type Handler = (command: Uint8Array) => readonly Deed[];

const low = (command: Uint8Array, index: number) => (command[index] ?? 0) & 1;
const word = (command: Uint8Array, index: number) =>
  (command[index] ?? 0) + 256 * (command[index + 1] ?? 0);
const none: readonly Deed[] = [];
const askPaper: Deed = { kind: "report", of: (c) => Uint8Array.of(paperBits(c)) };
const askDrawer: Deed = {
  kind: "report",
  of: ({ drawerLevel }) => Uint8Array.of(drawerLevel === "high" ? 1 : 0),
};

/** Reads tokens as a printer does: modes change, lines fill, deeds come out. */
export class EscposInterpreter implements Interpreter {
  readonly #widthDots: number;
  readonly #identity: PrinterIdentity;
  readonly #composer = new Composer();
  readonly #symbols = new TwoDimensional();
  readonly #strip = new BitImage();
  readonly #graphics = new GraphicsStore();
  #modes: Modes;

  #isPrinterSelected = true;
  #isDisplaySelected = false;

  constructor(widthDots: number, identity: PrinterIdentity) {
    this.#widthDots = widthDots;
    this.#identity = identity;
    this.#modes = initialModes(widthDots);
  }

  /** Power-on, or `ESC @`: the print buffer and every mode. */
  reset(): void {
    this.clearLine();
    this.#symbols.reset();
    this.#graphics.reset();
    this.#select(SELECT_PRINTER);
    this.#modes = initialModes(this.#widthDots);
  }

  /** Forgets the line being composed; the modes stay. */
  clearLine(): void {
    this.#composer.clear();
    this.#strip.clear();
  }

  read(token: Token): readonly Deed[] {
    const passed = this.#isDisplaySelected ? passOn(token) : [];
    return this.#isPrinterSelected || isSelection(token)
      ? [...passed, ...this.#obeyOrPrint(token)]
      : passed;
  }

  #obeyOrPrint(token: Token): readonly Deed[] {
    if (token.kind === "character") {
      const strip = this.#strip.isEmpty ? none : this.#newLine();
      return [...strip, ...print(this.#composer.take(token.byte, this.#modes))];
    }
    if (token.kind === "oversized") {
      return [{ kind: "refused", why: `a command of ${token.length} bytes` }];
    }
    const broken = this.#composer.settle(this.#modes);
    return [...print(broken), ...this.#obey(token.bytes)];
  }

  #obey(command: Uint8Array): readonly Deed[] {
    const [first, second] = [command[0] ?? 0, command[1] ?? 0];
    if (first === LF) return this.#newLine();
    if (first === HT) {
      this.#composer.tab(this.#modes);
      return none;
    }
    const handler =
      first === ESC
        ? this.#esc[second]
        : first === FS
          ? this.#fs[second]
          : first === GS
            ? this.#gs[second]
            : undefined;
    // Real-time requests were obeyed on arrival; CR, and controls without meaning, do nothing.
    if (handler === undefined) {
      return first < ESC ? none : [{ kind: "unknown", bytes: command }];
    }
    return handler(command);
  }

  readonly #esc: Readonly<Record<number, Handler>> = {
    [ESC_AT]: () => {
      this.reset();
      return none;
    },
    [ESC_EXCLAMATION]: (c) => this.#printMode(c[2] ?? 0),
    [ESC_E]: (c) => this.#set({ bold: low(c, 2) === 1 }),
    71: (c) => this.#set({ bold: low(c, 2) === 1 }),
    45: (c) => this.#set({ underline: ((c[2] ?? 0) & 3) > 0 }),
    [ESC_M]: (c) => this.#set({ font: low(c, 2) === 1 ? "B" : "A" }),
    32: (c) => this.#set({ rightSpacing: c[2] ?? 0 }),
    [ESC_t]: (c) => this.#set({ codePage: c[2] ?? 0 }),
    [ESC_2]: () => this.#set({ lineSpacing: LINE_DOTS }),
    [ESC_3]: (c) => this.#set({ lineSpacing: c[2] ?? LINE_DOTS }),
    [ESC_a]: (c) => this.#align(c[2] ?? 0),
    123: (c) => (this.#composer.isEmpty ? this.#set({ upsideDown: low(c, 2) === 1 }) : none),
    [ESC_d]: (c) => this.#feedLines(c[2] ?? 0),
    [ESC_J]: (c) => this.#feedDots(c[2] ?? 0),
    [ESC_p]: (c) => pulse(c),
    36: (c) => this.#move(word(c, 2)),
    42: (c) => this.#bitImage(c),
    92: (c) => this.#move(this.#composer.xDots + ((word(c, 2) << 16) >> 16)),
    68: (c) => this.#set({ tabs: [...c.subarray(2, -1)].map((column) => column * COLUMN_DOTS) }),
    105: () => this.#cut(true, 0),
    109: () => this.#cut(true, 0),
    118: () => [askPaper],
    117: () => [askDrawer],
    82: () => none,
    83: () => none,
    [ESC_SELECT]: (c) => this.#select(c[2] ?? SELECT_PRINTER),
    99: () => none,
  };

  readonly #fs: Readonly<Record<number, Handler>> = {
    [FS_AMPERSAND]: () => this.#set({ hanziMode: true }),
    [FS_PERIOD]: () => this.#set({ hanziMode: false }),
    [FS_EXCLAMATION]: (c) => {
      const n = c[2] ?? 0;
      return this.#set({
        hanziScale: { x: n & 4 ? 2 : 1, y: n & 8 ? 2 : 1 },
        hanziUnderline: (n & 0x80) > 0,
      });
    },
    87: (c) => this.#set({ hanziScale: low(c, 2) === 1 ? { x: 2, y: 2 } : NORMAL }),
    45: (c) => this.#set({ hanziUnderline: ((c[2] ?? 0) & 3) > 0 }),
    83: () => none,
  };

  readonly #gs: Readonly<Record<number, Handler>> = {
    [GS_EXCLAMATION]: (c) => {
      const scale: Scale = { x: (((c[2] ?? 0) >> 4) & 7) + 1, y: ((c[2] ?? 0) & 7) + 1 };
      return this.#set({ scale, hanziScale: scale });
    },
    66: (c) => this.#set({ reverse: low(c, 2) === 1 }),
    76: (c) => this.#set({ leftMargin: Math.min(word(c, 2), this.#widthDots - COLUMN_DOTS) }),
    87: (c) => this.#area(word(c, 2)),
    [GS_H]: (c) => this.#barcode({ hri: hriOf(c[2] ?? 0) }),
    [GS_h]: (c) => this.#barcode({ heightDots: Math.max(1, c[2] ?? 1) }),
    [GS_w]: (c) => this.#barcode({ moduleDots: Math.min(6, Math.max(1, c[2] ?? 3)) }),
    102: () => none,
    80: () => none,
    [GS_k]: (c) => this.#symbol(printed(barcodeRow(c, this.#modes))),
    [GS_v]: (c) => this.#symbol(printed(rasterRow(c, this.#modes))),
    [GS_V]: (c) => this.#cut(low(c, 2) === (isLetterForm(c) ? 0 : 1), c[3] ?? 0),
    [GS_a]: (c) => [{ kind: "watch", n: c[2] ?? 0 }],
    [GS_r]: (c) => askOf(c),
    [GS_I]: (c) => [{ kind: "answer", bytes: identify(c[2] ?? 0, this.#identity) }],
    [GS_PAREN]: (c) => this.#extended(c),
    56: (c) => this.#picture(c),
  };

  #extended(command: Uint8Array): readonly Deed[] {
    const [, , letter, , , , second] = command;
    if (letter === GS_PAREN_H && second === 0x30 && command.length === 11) {
      return [{ kind: "answer", bytes: Uint8Array.of(0x37, 0x22, ...command.subarray(7), 0) }];
    }
    if (letter === GS_PAREN_k) return this.#symbol(this.#symbols.obey(command, this.#modes));
    if (letter === 0x4c) return this.#picture(command);
    return [{ kind: "unknown", bytes: command.subarray(0, 8) }];
  }

  #picture(command: Uint8Array): readonly Deed[] {
    if (command[2] !== 0x4c) return [{ kind: "unknown", bytes: command.subarray(0, 8) }];
    const row = this.#graphics.obey(command, this.#modes);
    return row === null ? none : this.#symbol(printed(row));
  }

  /** `ESC = n`: bit 0 the printer, bit 1 what hangs on its second plug. */
  #select(n: number): readonly Deed[] {
    this.#isPrinterSelected = (n & SELECT_PRINTER) !== 0;
    this.#isDisplaySelected = (n & SELECT_DISPLAY) !== 0;
    return none;
  }

  #set(change: Partial<Modes>): readonly Deed[] {
    this.#modes = { ...this.#modes, ...change };
    return none;
  }

  #barcode(change: Partial<Modes["barcode"]>): readonly Deed[] {
    return this.#set({ barcode: { ...this.#modes.barcode, ...change } });
  }

  #printMode(n: number): readonly Deed[] {
    return this.#set({
      font: n & 1 ? "B" : "A",
      bold: (n & 8) > 0,
      scale: { x: n & 0x20 ? 2 : 1, y: n & 0x10 ? 2 : 1 },
      underline: (n & 0x80) > 0,
    });
  }

  #align(n: number): readonly Deed[] {
    const align = ({ 0: "left", 1: "center", 2: "right" } as const)[n & 0x0f];
    return align === undefined || !this.#composer.isEmpty ? none : this.#set({ align });
  }

  #area(width: number): readonly Deed[] {
    const most = this.#widthDots - this.#modes.leftMargin;
    return this.#set({ areaWidth: Math.max(COLUMN_DOTS * 2, Math.min(width, most)) });
  }

  #move(xDots: number): readonly Deed[] {
    this.#composer.moveTo(xDots, this.#modes);
    return none;
  }

  #newLine(modes = this.#modes): readonly Deed[] {
    const strip = this.#strip.flush(modes);
    if (strip === null) return print(this.#composer.flush(modes));
    return [...print(strip), ...feed(modes.lineSpacing - strip.heightDots)];
  }

  get #isLineEmpty(): boolean {
    return this.#composer.isEmpty && this.#strip.isEmpty;
  }

  /** What has been composed and not printed. */
  #rest(): readonly Deed[] {
    return this.#isLineEmpty ? none : this.#newLine();
  }

  #feedLines(n: number): readonly Deed[] {
    const dots = n * this.#modes.lineSpacing;
    if (this.#isLineEmpty) return feed(dots);
    return [...this.#newLine(), ...feed(dots - this.#modes.lineSpacing)];
  }

  #feedDots(n: number): readonly Deed[] {
    if (this.#isLineEmpty) return feed(n);
    const line = this.#newLine({ ...this.#modes, lineSpacing: 0 });
    const [first] = line;
    return [...line, ...feed(first?.kind === "print" ? n - first.row.heightDots : n)];
  }

  #bitImage(command: Uint8Array): readonly Deed[] {
    const stands = this.#composer.isEmpty && this.#strip.fits(command);
    const before = stands ? none : this.#rest();
    return this.#strip.take(command) ? before : [...before, { kind: "unknown", bytes: command }];
  }

  /** A picture or symbol stands in rows of its own. */
  #symbol(deeds: readonly Deed[]): readonly Deed[] {
    return deeds.some(({ kind }) => kind === "print") ? [...this.#rest(), ...deeds] : deeds;
  }

  #cut(isPartial: boolean, feedDots: number): readonly Deed[] {
    return [...this.#rest(), ...feed(feedDots), { kind: "cut", isPartial }];
  }
}

const isLetterForm = (command: Uint8Array) => (command[2] ?? 0) >= 0x41;

function askOf(command: Uint8Array): readonly Deed[] {
  const n = (command[2] ?? 0) & 0x0f;
  if (n === 1) return [askPaper];
  return n === 2 ? [askDrawer] : [{ kind: "unknown", bytes: command }];
}
