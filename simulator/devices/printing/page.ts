import {
  type Direction,
  FONT_CELLS,
  type Glyph,
  labelDots,
  type MarkRow,
  type PageArea,
  type PagePart,
  type PageRow,
  readerSize,
  tallest,
} from "#simulator/paper/paper.ts";

/** Dots that a page may be long. Source: Epson TM-T20II, ESC W. */
export const PAGE_DOTS_MAX = 1662;
/** Pieces of text, symbols and pictures; what comes beyond is not kept. */
const PARTS_MAX = 2000;
/** Of the 24 dots of a character, those below the base line. */
const BELOW_DOTS = 3;
const BASE_LINE_DOTS = 24 - BELOW_DOTS;

/**
 * Page mode's own print buffer: what has been composed, and where the next thing goes. Characters
 * stand on the base line, symbols and pictures end at it.
 *
 * Source: Epson TM-T88III specification, 3.12.3 "Formatting of Print Data in the Printable Area".
 */
export class Page {
  readonly #widthDots: number;
  #parts: PagePart[] = [];
  #area: PageArea;
  #direction: Direction = 0;
  /** Of the base line, from the edge where the reader of the area begins. */
  #y = BASE_LINE_DOTS;

  constructor(widthDots: number) {
    this.#widthDots = widthDots;
    this.#area = this.#whole;
  }

  /** Everything but the direction, which `ESC T` sets in either mode. */
  clear(): void {
    this.#parts = [];
    this.#area = this.#whole;
    this.#y = BASE_LINE_DOTS;
  }

  reset(): void {
    this.clear();
    this.#direction = 0;
  }

  get size() {
    return readerSize(this.#area, this.#direction);
  }

  /** Its lines run along the paper. */
  get isSideways(): boolean {
    return this.#direction % 2 === 1;
  }

  get yDots(): number {
    return this.#y;
  }

  /** `ESC W`, in dots; what reaches over the edges of the paper ends there. */
  select({ x, y, width, height }: PageArea): void {
    if (width === 0 || height === 0 || x >= this.#widthDots || y >= PAGE_DOTS_MAX) return;
    const [most, deepest] = [this.#widthDots - x, PAGE_DOTS_MAX - y];
    this.#area = { x, y, width: Math.min(width, most), height: Math.min(height, deepest) };
    this.#y = BASE_LINE_DOTS;
  }

  turn(direction: Direction): void {
    this.#direction = direction;
    this.#y = BASE_LINE_DOTS;
  }

  advance(dots: number): void {
    this.#y += dots;
  }

  /**
   * `GS $` and `GS \`: the base line to so many dots from the edge; outside the area nothing
   * happens. That 0 is the edge, not the first line's base, is a guess.
   */
  moveTo(yDots: number): void {
    if (yDots >= 0 && yDots <= this.size.height) this.#y = yDots;
  }

  write(glyphs: readonly Glyph[]): void {
    if (glyphs.length === 0) return;
    const heightDots = tallest(glyphs);
    this.#put({ kind: "text", glyphs, heightDots }, this.#y + BELOW_DOTS - heightDots);
  }

  /** A symbol or picture: its bars or dots end at the base line. */
  place(row: MarkRow): void {
    this.#put(row, this.#y - heightAbove(row));
  }

  /** `CAN`: what touches the area is gone. */
  cancel(): void {
    this.#parts = this.#parts.filter((part) => !touches(boxOf(part), this.#area));
  }

  /** All of it in one piece, down to the end of the lowest area with something in it. */
  get row(): PageRow | null {
    const ends = this.#parts.map(({ area }) => area.y + area.height);
    if (ends.length === 0) return null;
    return { kind: "page", heightDots: Math.max(...ends), parts: this.#parts };
  }

  get #whole(): PageArea {
    return { x: 0, y: 0, width: this.#widthDots, height: PAGE_DOTS_MAX };
  }

  #put(row: MarkRow, yDots: number): void {
    if (this.#parts.length >= PARTS_MAX) return;
    const part = { row, yDots, area: this.#area, direction: this.#direction };
    this.#parts = [...this.#parts, part];
  }
}

/** The characters below a bar code are below the base line too. */
function heightAbove(row: MarkRow): number {
  if (row.kind === "raster") return row.heightDots - labelDots(row.label);
  if (row.kind !== "barcode") return row.heightDots;
  const isAbove = row.hri === "above" || row.hri === "both";
  return row.barHeightDots + (isAbove ? FONT_CELLS[row.hriFont ?? "A"].height : 0);
}

/** How wide a row is, from where to where. */
export function spanOf(row: MarkRow): readonly [left: number, right: number] {
  switch (row.kind) {
    case "text": {
      const lefts = row.glyphs.map(({ xDots }) => xDots);
      const rights = row.glyphs.map(({ xDots, widthDots }) => xDots + widthDots);
      return [Math.min(...lefts), Math.max(...rights)];
    }
    case "raster":
      return [row.xDots, row.xDots + row.widthDots];
    case "qr":
      return [row.xDots, row.xDots + row.size * row.moduleDots];
    case "barcode":
      return [row.xDots, row.xDots + row.pattern.length * row.moduleDots];
  }
}

/** Where a part is on the page. */
function boxOf({ row, yDots, area, direction }: PagePart): PageArea {
  const [left, right] = spanOf(row);
  const box = { width: right - left, height: row.heightDots };
  const corners = [
    { x: left, y: yDots },
    { x: yDots, y: area.height - right },
    { x: area.width - right, y: area.height - yDots - row.heightDots },
    { x: area.width - yDots - row.heightDots, y: left },
  ] as const;
  const { x, y } = corners[direction];
  return { ...readerSize({ x: 0, y: 0, ...box }, direction), x: area.x + x, y: area.y + y };
}

function touches(a: PageArea, b: PageArea): boolean {
  const isBeside = a.x >= b.x + b.width || b.x >= a.x + a.width;
  const isBelow = a.y >= b.y + b.height || b.y >= a.y + a.height;
  return !isBeside && !isBelow;
}
