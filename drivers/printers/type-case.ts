import type { Charset, CodeTable } from "#drivers/printers/charset.ts";
import { LAST_ASCII, WIDEST_NARROW } from "#drivers/printers/command-writer.ts";
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

/**
 * Characters looked up once and kept as codes, so that they can be measured, broken into lines and
 * written without another string.
 */
export class TypeCase {
  /** Codes of everything set since `clear`. */
  codes = new Uint16Array(1024);
  /** Beside each code, the number of its table; of no meaning for ASCII. */
  tables = new Uint8Array(1024);
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

  /** @param table the one that the printer is set to, which is kept as long as it will do */
  set(text: string, table: number): Piece {
    const piece = this.#lookUp(text, table);
    if (piece !== null) return piece;
    const { text: safe, replaced } = printable(text, this.#charset);
    for (const character of replaced) this.unprintable.add(character);
    const again = this.#lookUp(safe, table);
    assert(again !== null, "what is printable has a code");
    return again;
  }

  /** @returns null as soon as a character has no code of its own */
  #lookUp(text: string, first: number): Piece | null {
    const from = this.#used;
    this.#reserve(from + text.length);
    let table = first;
    let columns = text.length;
    for (let at = 0; at < text.length; at += 1) {
      if (codeIn(this.#charset.tables[table], text, at) === 0) table = this.#tableFor(text, at);
      const code = codeIn(this.#charset.tables[table], text, at);
      if (code === 0) return null;
      if (code > WIDEST_NARROW) columns += 1;
      this.codes[from + at] = code;
      this.tables[from + at] = table;
    }
    this.#used = from + text.length;
    return { from, to: this.#used, columns };
  }

  /** The table that writes most of what stands from `at` on: the fewest changes over all. */
  #tableFor(text: string, at: number): number {
    let best = 0;
    let farthest = at;
    for (const [index, table] of this.#charset.tables.entries()) {
      let end = at;
      while (end < text.length && codeIn(table, text, end) !== 0) end += 1;
      if (end > farthest) {
        best = index;
        farthest = end;
      }
    }
    return best;
  }

  #reserve(length: number): void {
    if (length <= this.codes.length) return;
    const codes = new Uint16Array(2 * length);
    const tables = new Uint8Array(2 * length);
    codes.set(this.codes);
    tables.set(this.tables);
    this.codes = codes;
    this.tables = tables;
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

  /** Whether every table writes the code at `at` alike. */
  isCommon(at: number): boolean {
    return (this.codes[at] ?? 0) <= LAST_ASCII;
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

function codeIn(table: CodeTable | undefined, text: string, at: number): number {
  return table?.codes[text.charCodeAt(at)] ?? 0;
}

function isLetter(code: number): boolean {
  return code !== SPACE && code <= WIDEST_NARROW;
}
