/**
 * What a customer can read: cells of characters with a cursor, as the vacuum tubes of two lines
 * have, or eight digits over four lights.
 */
export const GLASS_COLUMNS = 20;
export const GLASS_ROWS = 2;

/**
 * What becomes of a character past the end: it goes on in the other line; or the lower line becomes
 * the upper one; or its own line moves to the left.
 */
export type GlassMode = "overwrite" | "vertical scroll" | "horizontal scroll";

/** Two lines of twenty. */
export class TextGlass {
  mode: GlassMode = "overwrite";
  #cells: string[][] = blank();
  #x = 0;
  #y = 0;
  /** The last cell is written, and the next character makes the glass scroll. */
  #isAtEnd = false;

  get rows(): readonly string[] {
    return this.#cells.map((row) => row.join(""));
  }

  /** A character where the cursor stands; one that the tube does not have leaves the cell dark. */
  write(byte: number): void {
    if (this.#isAtEnd) this.#scroll();
    const isShown = byte >= 0x20 && byte <= 0x7e;
    this.#row(this.#y)[this.#x] = isShown ? String.fromCharCode(byte) : " ";
    const stays = this.mode === "horizontal scroll" || this.#y === GLASS_ROWS - 1;
    if (this.mode === "overwrite" || this.#x < GLASS_COLUMNS - 1 || !stays) this.right();
    else this.#isAtEnd = true;
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
    this.#isAtEnd = false;
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
    this.moveTo(this.#x, 1 - this.#y);
  }

  lineStart(): void {
    this.moveTo(0, this.#y);
  }

  lineEnd(): void {
    this.moveTo(GLASS_COLUMNS - 1, this.#y);
  }

  /** The cursor's line; the cursor goes to its start. */
  clearLine(): void {
    this.#row(this.#y).fill(" ");
    this.lineStart();
  }

  clear(): void {
    this.#cells = blank();
    this.moveTo(0, 0);
  }

  #step(by: 1 | -1): void {
    const cells = GLASS_COLUMNS * GLASS_ROWS;
    const place = (this.#y * GLASS_COLUMNS + this.#x + by + cells) % cells;
    this.moveTo(place % GLASS_COLUMNS, Math.floor(place / GLASS_COLUMNS));
  }

  #scroll(): void {
    if (this.mode === "horizontal scroll") {
      const row = this.#row(this.#y);
      row.push(" ");
      row.shift();
      this.lineEnd();
    } else {
      this.#cells = [this.#row(GLASS_ROWS - 1), Array<string>(GLASS_COLUMNS).fill(" ")];
      this.moveTo(0, GLASS_ROWS - 1);
    }
  }

  #row(y: number): string[] {
    return this.#cells[y] ?? [];
  }
}

const blank = () =>
  Array.from({ length: GLASS_ROWS }, () => Array<string>(GLASS_COLUMNS).fill(" "));
