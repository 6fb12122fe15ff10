import type { Charset } from "#drivers/printers/charset.ts";
import { type CommandWriter, NO_CODE } from "#drivers/printers/command-writer.ts";
import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { ReceiptLanguage } from "#drivers/printers/language.ts";
import { type Piece, TypeCase } from "#drivers/printers/type-case.ts";
import type { Align, ColumnsBlock } from "#state/base/document.ts";

/**
 * Text on a fixed grid. A row that spans the paper is set in spaces, exactly as wide as the paper,
 * so a value is flush right on every printer, whatever its hanzi. A paragraph that stands in the
 * middle or on the right is left to the printer, where that takes fewer bytes.
 *
 * Nearly every row fits and is written in the table that the printer is set to: it goes straight
 * from the string to bytes. The others go through the type case.
 */

const DASH = 0x2d;
/** Room that a label must keep beside its value before the value moves to a row of its own. */
const NARROWEST_LABEL = 6;
/** Bytes that it takes to tell the printer an alignment and to take it back. */
const TURN = 6;
const nothing: Piece = { from: 0, to: 0, columns: 0 };

export class Layout {
  readonly #case: TypeCase;
  readonly #charset: Charset;
  readonly #language: ReceiptLanguage;
  readonly #writer: CommandWriter;
  /** What the printer is set to: one of the charset's tables, and a side. */
  #table = 0;
  #isTwoByte = false;
  /** The code page last selected; null while nobody knows. */
  #page: number | null = null;
  #side: Align = "left";

  constructor(charset: Charset, language: ReceiptLanguage, writer: CommandWriter) {
    this.#case = new TypeCase(charset);
    this.#charset = charset;
    this.#language = language;
    this.#writer = writer;
  }

  /** The printer was just told to align to the left; what else it does, nobody knows. */
  open(): void {
    const [{ page }] = this.#charset.tables;
    this.#side = "left";
    this.#table = 0;
    this.#isTwoByte = page === null;
    this.#page = page;
    this.#writer.add(this.#mode);
    if (page !== null) this.#writer.add(this.#language.codePage(page));
  }

  /** Characters replaced, each once; the data of codes that could not be drawn. */
  get missed(): Set<string> {
    return this.#case.unprintable;
  }

  /** A paragraph as rows. */
  paragraph(text: string, align: Align, width: number): void {
    this.#beginRow();
    if (align === "left") this.lean("left");
    const columns = this.#writer.text(text, this.#codes);
    if (columns === NO_CODE || columns > width) {
      this.#writer.dropRow();
      this.#rows(this.#set(text), align, width);
      return;
    }
    if (align !== this.#side) {
      const spare = width - this.#writer.trim(columns);
      this.#writer.dropRow();
      this.#turn(align, blanksBefore(spare, align));
      if (align !== this.#side) this.#writer.repeat(blanksBefore(spare, align));
      this.#writer.text(text, this.#codes);
    }
    this.#writer.endRow();
  }

  /** A label that wraps and, on its last row, a value that does not. */
  label(label: string, value: string, width: number): void {
    const writer = this.#writer;
    this.#beginRow();
    this.lean("left");
    const left = writer.text(label, this.#codes);
    const right = left === NO_CODE ? NO_CODE : writer.text(value, this.#codes);
    const room = width - right - 1;
    if (right !== NO_CODE && left <= room && room >= NARROWEST_LABEL) {
      writer.indent(right, width - left - right);
      writer.endRow();
    } else {
      writer.dropRow();
      this.#longLabel(label, value, width);
    }
  }

  #longLabel(label: string, value: string, width: number): void {
    const left = this.#set(label);
    const right = this.#case.set(value, this.#table);
    const room = width - right.columns - 1;
    if (room < NARROWEST_LABEL) {
      this.#rows(left, "left", width);
      this.#rows(right, "right", width);
      return;
    }
    const lines = this.#case.wrap(left, room);
    for (let row = 0; row < lines.length; row += 1) {
      const line = lines[row] ?? nothing;
      this.#beginRow();
      this.#write(line);
      if (row === lines.length - 1) {
        this.#writer.repeat(width - line.columns - right.columns);
        this.#write(right);
      }
      this.#writer.endRow();
    }
  }

  /**
   * Cells side by side, each wrapping in its own width; one column parts neighbors. Cells that do
   * not fit side by side stand one below the other: a crooked row is better than a till that stops.
   */
  columns(cells: ColumnsBlock["cells"], width: number): void {
    this.#beginRow();
    this.lean("left");
    if (this.#fit(cells, width)) this.#writer.endRow();
    else {
      this.#writer.dropRow();
      this.#tallColumns(cells, width);
    }
  }

  /** Writes the cells as one row. @returns false where they do not fit one */
  #fit(cells: ColumnsBlock["cells"], width: number): boolean {
    const writer = this.#writer;
    const codes = this.#codes;
    const whole = sumOfTenths(cells);
    let before = 0;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell === undefined) break;
      const from = Math.floor((width * before) / whole);
      before += cell.tenths;
      const gap = index === cells.length - 1 ? 0 : 1;
      const room = Math.floor((width * before) / whole) - from - gap;
      const columns = writer.text(cell.text, codes);
      if (columns === NO_CODE || columns > room || room < 2) return false;
      const spare = room - writer.trim(columns);
      const blanks = blanksBefore(spare, cell.align);
      writer.indent(room - spare, blanks);
      writer.repeat(spare - blanks + gap);
    }
    return true;
  }

  #tallColumns(cells: ColumnsBlock["cells"], width: number): void {
    this.#case.clear();
    const widths = widthsOf(cells, width);
    const pieces = cells.map(({ text }) => this.#case.set(text, this.#table));
    if (widths.some((room) => room < 2)) {
      for (const [index, piece] of pieces.entries()) {
        this.#rows(piece, cells[index]?.align ?? "left", width);
      }
      return;
    }
    const wrapped = pieces.map((piece, index) => this.#case.wrap(piece, widths[index] ?? 2));
    const height = Math.max(0, ...wrapped.map((lines) => lines.length));
    for (let row = 0; row < height; row += 1) {
      this.#beginRow();
      for (let index = 0; index < cells.length; index += 1) {
        const line = wrapped[index]?.[row] ?? nothing;
        const spare = (widths[index] ?? 2) - line.columns;
        const blanks = blanksBefore(spare, cells[index]?.align ?? "left");
        this.#writer.repeat(blanks);
        this.#write(line);
        this.#writer.repeat(spare - blanks + (index < cells.length - 1 ? 1 : 0));
      }
      this.#writer.endRow();
    }
  }

  /** A line across the paper. */
  rule(width: number): void {
    this.lean("left");
    this.#writer.repeat(width, DASH);
    this.#writer.endRow();
  }

  /** Tells the printer a side, if it is not the one it has. Only between rows. */
  lean(side: Align): void {
    if (side === this.#side) return;
    this.#side = side;
    this.#writer.add(this.#language.align[side]);
  }

  /** The cheaper way to this side: the printer's own, or so many blanks before the row. */
  #turn(side: Align, blanks: number): void {
    this.lean(this.#side === "left" && blanks <= TURN ? "left" : side);
  }

  get #codes(): Uint16Array {
    return (this.#charset.tables[this.#table] ?? this.#charset.tables[0]).codes;
  }

  #set(text: string): Piece {
    this.#case.clear();
    return this.#case.set(text, this.#table);
  }

  #rows(piece: Piece, align: Align, width: number): void {
    const lines = this.#case.wrap(piece, width);
    let blanks = 0;
    for (const line of lines) blanks += blanksBefore(width - line.columns, align);
    this.#turn(align, blanks);
    for (const line of lines) {
      this.#beginRow();
      if (align !== this.#side) this.#writer.repeat(blanksBefore(width - line.columns, align));
      this.#write(line);
      this.#writer.endRow();
    }
  }

  /** Some boards obey `FS &` only from the next row on, so hanzi are switched on between rows. */
  #beginRow(): void {
    if (this.#isTwoByte || this.#charset.tables[0].page !== null) return;
    this.#isTwoByte = true;
    this.#table = 0;
    this.#writer.add(this.#mode);
  }

  /** What tells the printer how many bytes a character has. */
  get #mode(): NamedCommand | null {
    return this.#isTwoByte ? this.#language.doubleByte : this.#language.singleByte;
  }

  #write({ from, to }: Piece): void {
    const { codes, tables } = this.#case;
    for (let at = from; at < to; at += 1) {
      const table = tables[at] ?? 0;
      if (table !== this.#table && !this.#case.isCommon(at)) this.#change(table);
      this.#writer.character(codes[at] ?? 0);
    }
  }

  /** Sets the printer to another table in the middle of a row. */
  #change(table: number): void {
    const { page } = this.#charset.tables[table] ?? this.#charset.tables[0];
    this.#table = table;
    const isTwoByte = page === null;
    const isChanged = isTwoByte !== this.#isTwoByte;
    this.#isTwoByte = isTwoByte;
    if (isChanged) this.#writer.insert(this.#mode);
    if (isTwoByte || page === this.#page) return;
    this.#page = page;
    this.#writer.insert(this.#language.codePage(page));
  }
}

function blanksBefore(spare: number, align: Align): number {
  return align === "left" ? 0 : align === "right" ? spare : spare >> 1;
}

function sumOfTenths(cells: ColumnsBlock["cells"]): number {
  let sum = 0;
  for (let index = 0; index < cells.length; index += 1) sum += cells[index]?.tenths ?? 0;
  return sum;
}

/** What each cell gets of the paper, the gap to its neighbor taken off. */
function widthsOf(cells: ColumnsBlock["cells"], width: number): readonly number[] {
  const whole = sumOfTenths(cells);
  let before = 0;
  return cells.map((cell, index) => {
    const from = Math.floor((width * before) / whole);
    before += cell.tenths;
    const gap = index === cells.length - 1 ? 0 : 1;
    return Math.floor((width * before) / whole) - from - gap;
  });
}
