import {
  type DrawnCharacter,
  FONT_CELLS,
  type Glyph,
  type PaperRow,
  type TextRow,
  tallest,
} from "#simulator/paper/paper.ts";
import { type Character, Decoder } from "./decoder.ts";
import type { Modes } from "./modes.ts";

/** The print buffer: one line being composed. A character that does not fit prints the line. */
export class Composer {
  readonly #decoder = new Decoder();
  #glyphs: Glyph[] = [];
  #x = 0;

  get isEmpty(): boolean {
    return this.#glyphs.length === 0 && this.#x === 0 && this.#decoder.isEmpty;
  }

  /** Nothing stands in the line, but it would not begin at its edge. */
  get hasOnlyMoved(): boolean {
    return this.#glyphs.length === 0 && this.#x > 0 && this.#decoder.isEmpty;
  }

  /** Takes one byte of text; answers the rows that had to be printed to make room. */
  take(byte: number, modes: Modes): readonly PaperRow[] {
    return this.#decoder.take(byte, modes).flatMap((character) => this.#place(character, modes));
  }

  /** A command ends a character of which not all bytes have come. */
  settle(modes: Modes): readonly PaperRow[] {
    const broken = this.#decoder.settle(modes);
    return broken === null ? [] : this.#place(broken, modes);
  }

  /** HT: to the next tab stop, or nowhere when there is none. */
  tab(modes: Modes): void {
    this.#x = modes.tabs.find((stop) => stop > this.#x && stop < modes.areaWidth) ?? this.#x;
  }

  /** `ESC $` and `ESC \`: to `xDots` from the left margin; outside the area nothing happens. */
  moveTo(xDots: number, modes: Modes): void {
    if (xDots >= 0 && xDots < modes.areaWidth) this.#x = xDots;
  }

  get xDots(): number {
    return this.#x;
  }

  /** Prints the line; an empty one is a feed by the line spacing. */
  flush(modes: Modes): PaperRow {
    const free = modes.areaWidth - this.#x;
    const glyphs = this.lift();
    this.#x = 0;
    if (glyphs.length === 0) return { kind: "feed", heightDots: modes.lineSpacing };
    return lineOf(glyphs, free, modes);
  }

  /** Something stands in the line that is no character. */
  skip(widthDots: number): void {
    this.#x += widthDots;
  }

  /** Takes the glyphs out; the next one will stand where it would have stood. */
  lift(): readonly Glyph[] {
    const glyphs = this.#glyphs;
    this.#glyphs = [];
    return glyphs;
  }

  clear(): void {
    this.#glyphs = [];
    this.#x = 0;
    this.#decoder.clear();
  }

  #place(character: Character, modes: Modes): readonly PaperRow[] {
    const cell = cellOf(character, modes);
    const { left, right } = spacingOf(character, modes);
    const end = this.#x + left + cell.widthDots;
    const printed = end > modes.areaWidth && this.#x > 0 ? [this.flush(modes)] : [];
    const spacing = left + right === 0 ? {} : { spacing: { left, right } };
    const glyph = { ...cell, ...spacing, ...looks(character, modes), xDots: this.#x + left };
    this.#glyphs.push(glyph);
    this.#x += left + cell.widthDots + right;
    return printed;
  }
}

function spacingOf({ isHanzi }: Character, modes: Modes) {
  const { hanziSpacing, hanziScale, rightSpacing, scale } = modes;
  if (!isHanzi) return { left: 0, right: rightSpacing * scale.x };
  return { left: hanziSpacing.left * hanziScale.x, right: hanziSpacing.right * hanziScale.x };
}

const hanziCell = { width: 24, height: 24 };

/** Of a character that lies on its side the height goes along the line. */
function cellOf({ isHanzi }: Character, modes: Modes) {
  const scale = isHanzi ? modes.hanziScale : modes.scale;
  const cell = isHanzi ? hanziCell : FONT_CELLS[modes.font];
  const [across, along] = [cell.width * scale.x, cell.height * scale.y];
  return modes.turned
    ? { widthDots: along, heightDots: across }
    : { widthDots: across, heightDots: along };
}

/** One that lies on its side has no underline. Source: Epson TM-T88III, ESC V. */
function looks({ text, isHanzi, drawn }: Character, modes: Modes) {
  const [underline, underlineDots] = isHanzi
    ? [modes.hanziUnderline, modes.hanziUnderlineDots]
    : [modes.underline, modes.underlineDots];
  const bold = modes.bold || modes.doubleStrike;
  return {
    text,
    bold,
    underline: underline && !modes.turned,
    reverse: modes.reverse,
    ...(isHanzi || modes.font === "A" ? {} : { font: modes.font }),
    ...(underlineDots === 1 ? {} : { underlineDots }),
    ...(modes.turned ? { isTurned: true as const } : {}),
    ...(modes.smooth ? { isSmooth: true as const } : {}),
    ...(drawn === undefined ? {} : { drawn: bold ? thickened(drawn) : drawn }),
  };
}

/** Every dot twice, side by side: what a head does for bold when it has no font for it. */
function thickened({ width, height, dots }: DrawnCharacter): DrawnCharacter {
  const isFirst = (at: number) => at % width === 0;
  const thick = dots.map((dot, at) => (isFirst(at) ? dot : dot | (dots[at - 1] ?? 0)));
  return { width, height, dots: thick };
}

function lineOf(glyphs: readonly Glyph[], free: number, modes: Modes): TextRow {
  const shift = alignShift(modes.align, free);
  const end = modes.leftMargin + modes.areaWidth;
  const xOnPaper = ({ xDots, widthDots }: Glyph) =>
    modes.upsideDown ? end - shift - xDots - widthDots : modes.leftMargin + shift + xDots;
  return {
    kind: "text",
    glyphs: glyphs.map((glyph) => ({ ...glyph, xDots: xOnPaper(glyph) })),
    heightDots: Math.max(modes.lineSpacing, tallest(glyphs)),
    ...(modes.upsideDown ? { isUpsideDown: true as const } : {}),
  };
}

/** Where something of a width stands when `free` dots are left of the line. */
export function alignShift(align: Modes["align"], free: number): number {
  if (align === "left" || free <= 0) return 0;
  return align === "right" ? free : Math.floor(free / 2);
}
