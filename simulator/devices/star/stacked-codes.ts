import type { MarkRow, RasterRow } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";
import { type Pdf417, pdf417Matrix, pdf417Row } from "../printing/pdf417.ts";
import { QrStore, type Refused } from "../printing/symbols.ts";
import type { Deed } from "../printing/tongue.ts";
import { word } from "./arguments.ts";

const [SET, DATA, PRINT, ASK] = [0x53, 0x44, 0x50, 0x49];
/** A row of PDF417 is 17 modules a column, and 69 for start, stop and indicators. */
const [COLUMN_MODULES, EDGE_MODULES] = [17, 69];

interface StarPdf417 extends Pdf417 {
  /** Height to width, where the host leaves columns and rows to the printer. */
  readonly ratio: number | null;
}

const initial: StarPdf417 = {
  ratio: 1 / 2,
  columns: 0,
  rows: 0,
  moduleDots: 2,
  rowModules: 3,
  level: 1,
  isTruncated: false,
  data: new Uint8Array(),
};

/** What `ESC GS y` and `ESC GS x` do besides printing. */
export interface CodeDeeds {
  readonly deeds: readonly Deed[];
  readonly mark: MarkRow | Refused | null;
}

const silent: CodeDeeds = { deeds: [], mark: null };

/**
 * `ESC GS y`: QR codes, `ESC GS x`: PDF417. Settings and data survive printing.
 *
 * Source: Star Line Mode Command Specifications, 3.11 and 3.13. Guesses: which of the two bytes of
 * a QR code's size comes first, and how near the drawn shape of a PDF417 is to the ratio asked for.
 */
export class StackedCodes {
  readonly #qr = new QrStore();
  #pdf417 = initial;

  reset(): void {
    this.#qr.reset();
    this.#pdf417 = initial;
  }

  qr(command: Uint8Array, modes: Modes): CodeDeeds {
    const [, , , what, which, n = 0] = command;
    if (what === PRINT) return { deeds: [], mark: this.#qr.print(modes) };
    if (what === ASK) return this.#qrSize(modes);
    if (what === DATA) this.#qr.store(which === 0x32 ? parts(command) : command.slice(8));
    // 0 to 3 here, 30h to 33h in ESC/POS.
    if (what === SET && which === 0x30 && (n === 1 || n === 2)) this.#qr.model(0x30 + n);
    if (what === SET && which === 0x31 && n <= 3) this.#qr.level(0x30 + n);
    if (what === SET && which === 0x32 && n <= 8) this.#qr.size(n);
    return silent;
  }

  pdf417(command: Uint8Array, modes: Modes): CodeDeeds {
    const what = command[3];
    if (what === PRINT) return { deeds: [], mark: this.#pdf417Row(modes) };
    if (what === ASK) {
      const isError = "refused" in this.#pdf417Row(modes);
      return answer(command, isError ? 1 : 0);
    }
    if (what === DATA) this.#change({ data: command.slice(6) });
    if (what === SET) this.#set(command);
    return silent;
  }

  #set([, , , , which, n = 0, p1 = 0, p2 = 0]: Uint8Array): void {
    const within = (least: number, most: number) => n >= least && n <= most;
    if (which === 0x30 && n === 0) this.#change({ ratio: p1 / p2, columns: 0, rows: 0 });
    if (which === 0x30 && n === 1) this.#change({ ratio: null, rows: p1, columns: p2 });
    if (which === 0x31 && within(0, 8)) this.#change({ level: n });
    if (which === 0x32 && within(1, 10)) this.#change({ moduleDots: n });
    if (which === 0x33 && within(1, 10)) this.#change({ rowModules: n });
  }

  #pdf417Row(modes: Modes): RasterRow | Refused {
    const symbol = this.#pdf417;
    const columns = symbol.ratio === null ? symbol.columns : columnsFor(symbol, symbol.ratio);
    return pdf417Row({ ...symbol, columns }, modes);
  }

  #qrSize(modes: Modes): CodeDeeds {
    const row = this.#qr.print(modes);
    const side = "refused" in row ? 0 : row.heightDots;
    return answer(Uint8Array.of(0x1b, 0x1d, 0x79, ASK), side & 0xff, side >> 8);
  }

  #change(change: Partial<StarPdf417>): void {
    this.#pdf417 = { ...this.#pdf417, ...change };
  }
}

function answer(head: Uint8Array, ...bytes: number[]): CodeDeeds {
  return {
    deeds: [{ kind: "answer", bytes: Uint8Array.of(...head, ...bytes) }],
    mark: null,
  };
}

/** `D 2 a` and a parts: their data, one behind the other; how each is packed is left to the QR. */
function parts(command: Uint8Array): Uint8Array {
  const data: number[] = [];
  for (let at = 6; at < command.length; at += 3 + word(command, at + 1)) {
    data.push(...command.subarray(at + 3, at + 3 + word(command, at + 1)));
  }
  return Uint8Array.from(data);
}

/** The number of columns that comes nearest to the ratio of height to width. */
function columnsFor(symbol: StarPdf417, ratio: number): number {
  const free = symbol.data.length === 0 ? null : pdf417Matrix({ ...symbol, columns: 0, rows: 0 });
  if (free === null) return 0;
  const words = (free.modules.length / free.width) * ((free.width - EDGE_MODULES) / COLUMN_MODULES);
  const off = (columns: number) => {
    const height = Math.max(3, Math.ceil(words / columns)) * symbol.rowModules;
    return Math.abs(Math.log(height / (COLUMN_MODULES * columns + EDGE_MODULES) / ratio));
  };
  const all = Array.from({ length: 30 }, (_, index) => index + 1);
  const possible = all.filter((columns) => words / columns <= 90);
  return possible.reduce((best, columns) => (off(columns) < off(best) ? columns : best), 30);
}
