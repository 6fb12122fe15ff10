import { bwippMatrix, type Matrix } from "#simulator/paper/bwipp.ts";
import type { RasterRow } from "#simulator/paper/paper.ts";
import { alignShift } from "../printing/composer.ts";
import type { Modes } from "../printing/modes.ts";
import type { Refused } from "../printing/symbols.ts";

const initial = {
  columns: 0,
  rows: 0,
  moduleDots: 3,
  rowModules: 3,
  /** Null: the library's advice for the amount of data. */
  level: null as number | null,
  isTruncated: false,
  data: new Uint8Array(),
};

/**
 * `GS ( k` for PDF417 (cn = 48). The store survives printing. A correction given as a ratio
 * (function 69, m = 49) is left to the advice of ISO/IEC 15438.
 *
 * Source: Epson ESC/POS command reference, GS ( k functions 65 to 81.
 */
export class Pdf417Store {
  #state = initial;

  reset(): void {
    this.#state = initial;
  }

  /** False: no such function. */
  set(fn: number, n: number, command: Uint8Array): boolean {
    const within = (least: number, most: number) => n >= least && n <= most;
    if (fn === 65) this.#change(within(0, 30) ? { columns: n } : {});
    else if (fn === 66) this.#change(n === 0 || within(3, 90) ? { rows: n } : {});
    else if (fn === 67) this.#change(within(2, 8) ? { moduleDots: n } : {});
    else if (fn === 68) this.#change(within(2, 8) ? { rowModules: n } : {});
    else if (fn === 69) this.#change({ level: n === 48 ? (command[8] ?? 48) & 0x0f : null });
    else if (fn === 70) this.#change({ isTruncated: n === 1 });
    else if (fn === 80) this.#change({ data: command.slice(8) });
    else return false;
    return true;
  }

  /** Function 81. */
  print(modes: Modes): RasterRow | Refused {
    const { columns, rows, moduleDots, rowModules, level, isTruncated, data } = this.#state;
    if (data.length === 0) return { refused: "PDF417: nothing stored" };
    const text = String.fromCharCode(...data);
    const drawn = bwippMatrix(isTruncated ? "pdf417compact" : "pdf417", text, {
      columns,
      rows,
      rowmult: 1,
      binarytext: true,
      ...(level === null ? {} : { eclevel: level }),
    });
    if (drawn === null) return { refused: "PDF417: the data do not fit" };
    const widthDots = drawn.width * moduleDots;
    const free = modes.areaWidth - widthDots;
    if (free < 0) return { refused: "PDF417: wider than the paper" };
    return {
      kind: "raster",
      xDots: modes.leftMargin + alignShift(modes.align, free),
      widthDots,
      heightDots: (drawn.modules.length / drawn.width) * moduleDots * rowModules,
      bits: packed(drawn),
      scaleX: moduleDots,
      scaleY: moduleDots * rowModules,
      says: `pdf417 ${text}`,
    };
  }

  #change(change: Partial<typeof initial>): void {
    this.#state = { ...this.#state, ...change };
  }
}

/** Eight modules a byte, each row in whole bytes. */
function packed({ width, modules }: Matrix): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array((modules.length / width) * stride);
  modules.forEach((module, index) => {
    const x = index % width;
    const at = Math.floor(index / width) * stride + (x >> 3);
    if (module === 1) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
  });
  return bits;
}
