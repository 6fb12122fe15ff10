/**
 * What a customer can read: cells of characters with a cursor, as the vacuum tubes of two lines
 * have, or eight digits over four lights.
 */
export const GLASS_COLUMNS = 20;
export const GLASS_ROWS = 2;

/** Two lines of twenty. Writing past the end of a line goes on in the other one. */
export class TextGlass {
  #cells: string[][] = blank();
  #x = 0;
  #y = 0;

  get rows(): readonly string[] {
    return this.#cells.map((row) => row.join(""));
  }

  /** A character where the cursor stands; one that the tube does not have leaves the cell dark. */
  write(byte: number): void {
    const isShown = byte >= 0x20 && byte <= 0x7e;
    this.#row(this.#y)[this.#x] = isShown ? String.fromCharCode(byte) : " ";
    this.right();
  }

  /** A whole line, the rest of it dark. */
  writeLine(y: number, bytes: readonly number[]): void {
    this.moveTo(0, y);
    this.clearLine();
    for (const byte of bytes.slice(0, GLASS_COLUMNS)) this.write(byte);
  }

  /** Counted from 0; out of the glass is nowhere, and nothing happens. */
  moveTo(x: number, y: number): void {
    if (x < 0 || x >= GLASS_COLUMNS || y < 0 || y >= GLASS_ROWS) return;
    this.#x = x;
    this.#y = y;
  }

  left(): void {
    this.#step(-1);
  }

  right(): void {
    this.#step(1);
  }

  /** To the other line: there are two, so up and down are the same. */
  turn(): void {
    this.#y = 1 - this.#y;
  }

  lineStart(): void {
    this.#x = 0;
  }

  lineEnd(): void {
    this.#x = GLASS_COLUMNS - 1;
  }

  /** The cursor's line; the cursor goes to its start. */
  clearLine(): void {
    this.#row(this.#y).fill(" ");
    this.#x = 0;
  }

  clear(): void {
    this.#cells = blank();
    this.moveTo(0, 0);
  }

  #step(by: 1 | -1): void {
    const cells = GLASS_COLUMNS * GLASS_ROWS;
    const place = (this.#y * GLASS_COLUMNS + this.#x + by + cells) % cells;
    this.#x = place % GLASS_COLUMNS;
    this.#y = Math.floor(place / GLASS_COLUMNS);
  }

  #row(y: number): string[] {
    return this.#cells[y] ?? [];
  }
}

const blank = () =>
  Array.from({ length: GLASS_ROWS }, () => Array<string>(GLASS_COLUMNS).fill(" "));
