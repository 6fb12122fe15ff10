import type { Charset } from "#drivers/printers/charset.ts";
import { printable } from "#drivers/printers/printable.ts";
import { assert } from "#state/base/assert.ts";

/** Text in the printer's codes: a stretch of its `TypeCase`. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Columns of font A: one for a byte, so a hanzi takes two. */
  readonly columns: number;
}

const SPACE = 0x20;

/** A code above FF hex goes over the wire as two bytes and is two columns wide. */
export const WIDEST_NARROW = 0xff;

/**
 * Characters looked up once and kept as codes, so that they can be measured, broken into lines and
 * written without another string.
 */
export class TypeCase {
  /** Codes of everything set since `clear`. */
  codes = new Uint16Array(1024);
  /** Characters replaced, each once; the data of codes that could not be drawn. */
  readonly unprintable = new Set<string>();
  readonly #charset: Charset;
  #used = 0;

  constructor(charset: Charset) {
    this.#charset = charset;
  }

  /** Forgets the pieces of the rows before. */
  clear(): void {
    this.#used = 0;
  }

  set(text: string): Piece {
    const piece = this.#lookUp(text);
    if (piece !== null) return piece;
    const { text: safe, replaced } = printable(text, this.#charset);
    for (const character of replaced) this.unprintable.add(character);
    const again = this.#lookUp(safe);
    assert(again !== null, "what is printable has a code");
    return again;
  }

  /** @returns null as soon as a character has no code of its own */
  #lookUp(text: string): Piece | null {
    const from = this.#used;
    this.#reserve(from + text.length);
    const { codes } = this;
    const table = this.#charset.codes;
    let columns = text.length;
    for (let at = 0; at < text.length; at += 1) {
      const code = table[text.charCodeAt(at)] ?? 0;
      if (code === 0) return null;
      if (code > WIDEST_NARROW) columns += 1;
      codes[from + at] = code;
    }
    this.#used = from + text.length;
    return { from, to: this.#used, columns };
  }

  #reserve(length: number): void {
    if (length <= this.codes.length) return;
    const larger = new Uint16Array(2 * length);
    larger.set(this.codes);
    this.codes = larger;
  }

  /** A stretch without the spaces at its end. */
  trimmed(from: number, to: number): Piece {
    let end = to;
    while (end > from && this.codes[end - 1] === SPACE) end -= 1;
    let columns = end - from;
    for (let at = from; at < end; at += 1) {
      if ((this.codes[at] ?? 0) > WIDEST_NARROW) columns += 1;
    }
    return { from, to: end, columns };
  }

  /** Breaks a piece into lines of at most `width` columns: at spaces, beside hanzi, else hard. */
  wrap(piece: Piece, width: number): readonly Piece[] {
    assert(width >= 2, "a line holds at least one hanzi");
    if (piece.columns <= width) return [this.trimmed(piece.from, piece.to)];
    const lines: Piece[] = [];
    let start = piece.from;
    let columns = 0;
    for (let at = piece.from; at < piece.to; ) {
      const end = this.#endOfWord(at, piece.to);
      const word = this.trimmed(at, end).columns;
      if (columns + word > width && at > start) {
        lines.push(this.trimmed(start, at));
        start = at;
        columns = 0;
      }
      for (; at < end; at += 1) {
        const code = this.codes[at] ?? 0;
        const own = code > WIDEST_NARROW ? 2 : 1;
        const overflows = columns + own > width;
        // A space at the very end of a line separates nothing.
        if (overflows && code === SPACE) continue;
        if (overflows) {
          lines.push({ from: start, to: at, columns });
          start = at;
          columns = 0;
        }
        columns += own;
      }
    }
    lines.push(this.trimmed(start, piece.to));
    return lines;
  }

  /** What must not be torn apart: a hanzi, or narrow characters with the spaces after them. */
  #endOfWord(at: number, to: number): number {
    let end = at;
    if ((this.codes[end] ?? 0) > WIDEST_NARROW) return end + 1;
    while (end < to && isLetter(this.codes[end] ?? 0)) end += 1;
    while (end < to && this.codes[end] === SPACE) end += 1;
    return end;
  }
}

function isLetter(code: number): boolean {
  return code !== SPACE && code <= WIDEST_NARROW;
}
