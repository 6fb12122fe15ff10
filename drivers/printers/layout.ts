import type { CommandWriter } from "#drivers/printers/command-writer.ts";
import type { Piece, TypeCase } from "#drivers/printers/type-case.ts";
import type { Align, ColumnsBlock } from "#state/base/document.ts";

/**
 * Text on a fixed grid. Every row that this file writes is exactly as wide as the paper, so a value
 * is flush right on every printer, whatever its hanzi.
 */

const LF = 0x0a;
/** Room that a label must keep beside its value before the value moves to a row of its own. */
const NARROWEST_LABEL = 6;
const nothing: Piece = { from: 0, to: 0, columns: 0 };

export class Layout {
  readonly #case: TypeCase;
  readonly #writer: CommandWriter;

  constructor(typeCase: TypeCase, writer: CommandWriter) {
    this.#case = typeCase;
    this.#writer = writer;
  }

  /** A paragraph as rows. */
  paragraph(text: string, align: Align, width: number): void {
    this.#case.clear();
    this.#rows(this.#case.set(text), align, width);
  }

  /** A label that wraps and, on its last row, a value that does not. */
  label(label: string, value: string, width: number): void {
    this.#case.clear();
    const left = this.#case.set(label);
    const right = this.#case.set(value);
    const room = width - right.columns - 1;
    if (room < NARROWEST_LABEL) {
      this.#rows(left, "left", width);
      this.#rows(right, "right", width);
      return;
    }
    const lines = this.#case.wrap(left, room);
    for (let row = 0; row < lines.length; row += 1) {
      const line = lines[row] ?? nothing;
      const isLast = row === lines.length - 1;
      this.#write(line);
      this.#writer.repeat(width - line.columns - (isLast ? right.columns : 0));
      if (isLast) this.#write(right);
      this.#endRow();
    }
  }

  /**
   * Cells side by side, each wrapping in its own width; one column parts neighbors. Cells that do
   * not fit side by side stand one below the other: a crooked row is better than a till that stops.
   */
  columns(cells: ColumnsBlock["cells"], width: number): void {
    this.#case.clear();
    const widths = widthsOf(cells, width);
    if (widths.some((room) => room < 2)) {
      for (const cell of cells) this.#rows(this.#case.set(cell.text), cell.align, width);
      return;
    }
    const wrapped: (readonly Piece[])[] = [];
    let height = 0;
    for (let index = 0; index < cells.length; index += 1) {
      const piece = this.#case.set(cells[index]?.text ?? "");
      const lines = this.#case.wrap(piece, widths[index] ?? 2);
      height = Math.max(height, lines.length);
      wrapped.push(lines);
    }
    for (let row = 0; row < height; row += 1) {
      for (let index = 0; index < cells.length; index += 1) {
        const align = cells[index]?.align ?? "left";
        this.#justify(wrapped[index]?.[row] ?? nothing, align, widths[index] ?? 2);
        if (index < cells.length - 1) this.#writer.repeat(1);
      }
      this.#endRow();
    }
  }

  /** A line across the paper. */
  rule(width: number): void {
    this.#writer.repeat(width, 0x2d);
    this.#endRow();
  }

  #rows(piece: Piece, align: Align, width: number): void {
    for (const line of this.#case.wrap(piece, width)) {
      this.#justify(line, align, width);
      this.#endRow();
    }
  }

  #justify(line: Piece, align: Align, width: number): void {
    const spare = width - line.columns;
    const before = align === "left" ? 0 : align === "right" ? spare : spare >> 1;
    this.#writer.repeat(before);
    this.#write(line);
    this.#writer.repeat(spare - before);
  }

  #write({ from, to }: Piece): void {
    this.#writer.characters(this.#case.codes, from, to);
  }

  #endRow(): void {
    this.#writer.byte(LF);
    this.#writer.end("text");
  }
}

/** What each cell gets of the paper, the gap to its neighbor taken off. */
function widthsOf(cells: ColumnsBlock["cells"], width: number): readonly number[] {
  let whole = 0;
  for (const cell of cells) whole += cell.tenths;
  let before = 0;
  return cells.map((cell, index) => {
    const from = Math.floor((width * before) / whole);
    before += cell.tenths;
    const gap = index === cells.length - 1 ? 0 : 1;
    return Math.floor((width * before) / whole) - from - gap;
  });
}
