/** Cells of characters with a cursor, as the vacuum tubes of two lines have. */
export const GLASS_COLUMNS = 20;
export const GLASS_ROWS = 2;

/**
 * What becomes of a character past the end: it goes on in the other line; or the lower line becomes
 * the upper one; or its own line moves to the left.
 */
export type GlassMode = "overwrite" | "vertical scroll" | "horizontal scroll";

/** A part of the glass in cells, from 0. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Cells, each with whether its dots are lit or the ground around them. */
interface Cell {
  readonly character: string;
  readonly isReversed: boolean;
}

export interface GlassHabits {
  /** Whether a cursor that is sent past the edge in horizontal scroll mode makes the line move. */
  readonly movesPush: boolean;
  /** Windows are there in horizontal scroll mode only. */
  readonly windowsScrollOnly: boolean;
}

const whole: Area = { x: 0, y: 0, width: GLASS_COLUMNS, height: GLASS_ROWS };
const dark: Cell = { character: " ", isReversed: false };

/**
 * Two lines of twenty, and windows, which the cursor does not leave by itself. Source: Epson
 * DM-D110 specification, 5.4. A guess: the window is the one in which the cursor was put.
 */
export class TextGlass {
  mode: GlassMode = "overwrite";
  isReversing = false;
  readonly #habits: GlassHabits;
  readonly #windows = new Map<number, Area>();
  readonly #cells: Cell[][] = blank();
  #x = 0;
  #y = 0;
  /** The last cell is written, and the next character makes the glass scroll. */
  #isAtEnd = false;

  constructor(habits: GlassHabits) {
    this.#habits = habits;
  }

  get rows(): readonly string[] {
    return this.#cells.map((row) => row.map(({ character }) => character).join(""));
  }

  /** The same, with `#` for a cell that is lit around its dots. */
  get reversed(): readonly string[] {
    return this.#cells.map((row) => row.map((cell) => (cell.isReversed ? "#" : " ")).join(""));
  }

  /** From 0. */
  get cursor(): { readonly x: number; readonly y: number } {
    return { x: this.#x, y: this.#y };
  }

  get windows(): readonly (Area & { readonly number: number })[] {
    const all = [...this.#windows].map(([number, area]) => ({ number, ...area }));
    return all.sort((a, b) => a.number - b.number);
  }

  /** A character where the cursor stands. */
  write(character: string): void {
    if (this.#isAtEnd) this.#scroll(1);
    this.#row(this.#y)[this.#x] = { character, isReversed: this.isReversing };
    if (this.mode === "overwrite" || !this.#isEdge(1)) this.right();
    else this.#isAtEnd = true;
  }

  /** A whole line, the rest of it dark, whatever windows there are. */
  writeLine(y: number, characters: readonly string[]): void {
    this.#row(y).fill(dark);
    this.moveTo(0, y);
    for (const [x, character] of characters.slice(0, GLASS_COLUMNS).entries()) {
      this.moveTo(x, y);
      this.write(character);
    }
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

  /** To the other line; past the edge it turns, or the lines scroll, or it stays, by the mode. */
  up(): void {
    this.#climb(-1);
  }

  down(): void {
    this.#climb(1);
  }

  home(): void {
    const { x, y } = this.#area;
    this.moveTo(x, y);
  }

  last(): void {
    const { x, y, width, height } = this.#area;
    this.moveTo(x + width - 1, y + height - 1);
  }

  lineStart(): void {
    this.moveTo(this.#area.x, this.#y);
  }

  lineEnd(): void {
    this.moveTo(this.#area.x + this.#area.width - 1, this.#y);
  }

  /** The cursor's line; the cursor goes to its start. */
  clearLine(): void {
    this.#blank(this.#y);
    this.lineStart();
  }

  /** The window where the cursor is, or all of it. */
  clear(): void {
    const { y, height } = this.#area;
    for (let line = y; line < y + height; line += 1) this.#blank(line);
    this.home();
  }

  /** The cursor goes into it, which is a guess. Nothing happens where it leaves or overlaps. */
  openWindow(number: number, area: Area): void {
    const others = this.windows.filter((window) => window.number !== number);
    if (!isInside(area, whole) || others.some((other) => overlap(area, other))) return;
    this.#windows.set(number, area);
    this.moveTo(area.x, area.y);
  }

  closeWindow(number: number): void {
    this.#windows.delete(number);
  }

  /** As it was when its power came. */
  reset(): void {
    this.mode = "overwrite";
    this.isReversing = false;
    this.#windows.clear();
    this.clear();
  }

  get #area(): Area {
    const isHere = this.mode === "horizontal scroll" || !this.#habits.windowsScrollOnly;
    const here = { x: this.#x, y: this.#y, width: 1, height: 1 };
    return (isHere && this.windows.find((window) => overlap(window, here))) || whole;
  }

  /** Whether the cursor cannot go on that way without something moving. */
  #isEdge(by: 1 | -1): boolean {
    const { x, y, width, height } = this.#area;
    const [side, line] = by === 1 ? [x + width - 1, y + height - 1] : [x, y];
    return this.#x === side && (this.mode === "horizontal scroll" || this.#y === line);
  }

  #step(by: 1 | -1): void {
    const { x, y, width, height } = this.#area;
    if (this.mode !== "overwrite" && this.#isEdge(by)) {
      if (this.mode === "vertical scroll" || this.#habits.movesPush) this.#scroll(by);
      return;
    }
    const cells = width * height;
    const place = ((this.#y - y) * width + this.#x - x + by + cells) % cells;
    this.moveTo(x + (place % width), y + Math.floor(place / width));
  }

  #climb(by: 1 | -1): void {
    const { y, height } = this.#area;
    const isOut = this.#y + by < y || this.#y + by >= y + height;
    if (isOut && this.mode === "vertical scroll") this.#scrollLines(by);
    else if (!isOut || this.mode === "overwrite")
      this.moveTo(this.#x, y + ((this.#y - y + by + height) % height));
  }

  #scroll(by: 1 | -1): void {
    if (this.mode === "vertical scroll") {
      this.#scrollLines(by);
      if (by === 1) this.lineStart();
      else this.lineEnd();
      return;
    }
    const { x, width } = this.#area;
    const row = this.#row(this.#y);
    const part = row.slice(x, x + width);
    row.splice(x, width, ...(by === 1 ? [...part.slice(1), dark] : [dark, ...part.slice(0, -1)]));
    this.#isAtEnd = false;
  }

  /** 1: the lower line becomes the upper one; -1: the other way. */
  #scrollLines(by: 1 | -1): void {
    const { x, y, width, height } = this.#area;
    const lines = Array.from({ length: height }, (_, at) => this.#row(y + at).slice(x, x + width));
    for (let at = 0; at < height; at += 1) {
      this.#row(y + at).splice(x, width, ...(lines[at + by] ?? Array(width).fill(dark)));
    }
    this.#isAtEnd = false;
  }

  #blank(y: number): void {
    this.#row(y).fill(dark, this.#area.x, this.#area.x + this.#area.width);
  }

  #row(y: number): Cell[] {
    return this.#cells[y] ?? [];
  }
}

const blank = () => Array.from({ length: GLASS_ROWS }, () => Array<Cell>(GLASS_COLUMNS).fill(dark));

const isInside = (area: Area, of: Area) =>
  area.width > 0 &&
  area.height > 0 &&
  area.x >= of.x &&
  area.y >= of.y &&
  area.x + area.width <= of.x + of.width &&
  area.y + area.height <= of.y + of.height;

const overlap = (a: Area, b: Area) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
