import type { Modes } from "../printing/modes.ts";
import { rasterDots } from "../printing/raster.ts";
import type { Deed } from "../printing/tongue.ts";
import { cut, type Pulse, pulse, toBlade } from "./mechanics.ts";

/** Feed to the blade and cut, one point left: what ends a page unless the host says otherwise. */
const DEFAULT_END = 13;
/** Numbers of `ESC * r E` and `F` that feed to the blade or the tear bar, and those that cut. */
const feeding = [2, 3, 9, 13];
const cutting = [8, 9, 12, 13];
const partial = [12, 13];

/** The number in ASCII behind `ESC * r x`, NUL behind it. */
const number = (command: Uint8Array, from: number) =>
  Number.parseInt(String.fromCharCode(...command.subarray(from, -1)), 10) || 0;

/**
 * Raster mode: the page is sent row by row, and printed when it is ended. Rows of a page are one
 * picture on the paper; page length, quality, top margin and colour make no difference.
 *
 * Source: Star Line Mode Command Specifications, 3.4.
 */
export class RasterMode {
  readonly #paperDots: number;
  #isOn = false;
  #rows: Uint8Array[] = [];
  /** Sent by `k`: the next row is laid over it. */
  #under = new Uint8Array();
  #ends = { page: DEFAULT_END, document: DEFAULT_END };
  #margins = { left: 0, right: 0 };

  constructor(paperDots: number) {
    this.#paperDots = paperDots;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  leave(): void {
    this.#isOn = false;
    this.#clear();
  }

  /** `b` and `k`, n1 n2 d…: a row, and one that the next is laid over. */
  row(command: Uint8Array): readonly Deed[] {
    const row = command.slice(3);
    const laid = new Uint8Array(Math.max(row.length, this.#under.length));
    laid.forEach((_, at) => {
      laid[at] = (row[at] ?? 0) | (this.#under[at] ?? 0);
    });
    const isOverlay = command[0] === 0x6b;
    this.#under = isOverlay ? laid : new Uint8Array();
    if (!isOverlay) this.#rows.push(laid);
    return [];
  }

  /** `ESC FF NUL` ends the page, `ESC FF EOT` the document. */
  end(which: number, modes: Modes): readonly Deed[] {
    if (!this.#isOn) return [];
    return this.#endBy(which === 4 ? this.#ends.document : this.#ends.page, modes);
  }

  /** `ESC * r x`. */
  obey(command: Uint8Array, modes: Modes, width: Pulse): readonly Deed[] {
    const letter = String.fromCharCode(command[3] ?? 0);
    if (letter === "A") return this.#enter();
    if (!this.#isOn) return [];
    const n = number(command, 4);
    switch (letter) {
      case "B":
        return this.#quit(modes);
      case "C":
        return this.#clear();
      case "R":
        return this.#initialize();
      case "D":
        return [...(n & 1 ? [pulse(2, width)] : []), ...(n & 2 ? [pulse(5, width)] : [])];
      case "E":
        this.#ends.document = n === 0 ? DEFAULT_END : n;
        return [];
      case "F":
        this.#ends.page = n === 0 ? DEFAULT_END : n;
        return [];
      case "Y":
        this.#rows.push(...Array.from({ length: n }, () => new Uint8Array()));
        return [];
      case "m":
        return this.#margin(String.fromCharCode(command[4] ?? 0), number(command, 5));
      default:
        return [];
    }
  }

  #enter(): readonly Deed[] {
    if (!this.#isOn) this.#initialize();
    this.#isOn = true;
    return [];
  }

  #initialize(): readonly Deed[] {
    this.#ends = { page: DEFAULT_END, document: DEFAULT_END };
    this.#margins = { left: 0, right: 0 };
    return this.#clear();
  }

  #clear(): readonly Deed[] {
    this.#rows = [];
    this.#under = new Uint8Array();
    return [];
  }

  #quit(modes: Modes): readonly Deed[] {
    const rest = this.#rows.length === 0 ? [] : this.#endBy(this.#ends.document, modes);
    this.leave();
    return rest;
  }

  #margin(side: string, n: number): readonly Deed[] {
    const margins = { ...this.#margins, ...(side === "l" ? { left: 8 * n } : { right: 8 * n }) };
    if (margins.left + margins.right < this.#paperDots) this.#margins = margins;
    return [];
  }

  #endBy(n: number, modes: Modes): readonly Deed[] {
    const page = this.#page(modes);
    const isFed = feeding.includes(n);
    if (!cutting.includes(n)) return isFed ? [...page, ...toBlade()] : page;
    return [...page, ...cut((isFed ? 2 : 0) | (partial.includes(n) ? 1 : 0))];
  }

  #page(modes: Modes): readonly Deed[] {
    const rows = this.#rows;
    this.#clear();
    if (rows.length === 0) return [];
    const stride = Math.max(1, ...rows.map((row) => row.length));
    const dots = new Uint8Array(stride * rows.length);
    rows.forEach((row, index) => {
      dots.set(row, stride * index);
    });
    const { left, right } = this.#margins;
    const area = { leftMargin: left, areaWidth: this.#paperDots - left - right };
    const picture = { stride, lines: rows.length, dots, scaleX: 1, scaleY: 1 };
    const row = rasterDots(picture, { ...modes, ...area, align: "left" });
    return [{ kind: "print", row }];
  }
}
