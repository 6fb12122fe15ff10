import type { Glyph, PaperRow } from "#simulator/paper/paper.ts";
import {
  hanzi,
  isLeadByte,
  MISSING_CHARACTER,
  MISSING_HANZI,
  singleByteCharacter,
} from "./characters.ts";
import type { Modes } from "./modes.ts";

/** The print buffer: one line being composed. A character that does not fit prints the line. */
export class Composer {
  #glyphs: Glyph[] = [];
  #x = 0;
  #lead: number | null = null;

  get isEmpty(): boolean {
    return this.#glyphs.length === 0 && this.#x === 0 && this.#lead === null;
  }

  /** Takes one byte of text; answers the row that had to be printed to make room, if any. */
  take(byte: number, modes: Modes): PaperRow | null {
    if (!modes.hanziMode)
      return this.#place(singleByteCharacter(byte, modes.codePage), false, modes);
    if (this.#lead !== null) {
      const character = hanzi(this.#lead, byte);
      this.#lead = null;
      return this.#place(character, true, modes);
    }
    if (isLeadByte(byte)) {
      this.#lead = byte;
      return null;
    }
    const character = byte < 0x7f ? String.fromCharCode(byte) : MISSING_CHARACTER;
    return this.#place(character, false, modes);
  }

  /** A command cuts a pair of bytes in two: the half is drawn as a box. */
  settle(modes: Modes): PaperRow | null {
    if (this.#lead === null) return null;
    this.#lead = null;
    return this.#place(MISSING_HANZI, true, modes);
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
    const glyphs = this.#glyphs;
    const free = modes.areaWidth - this.#x;
    this.#glyphs = [];
    this.#x = 0;
    if (glyphs.length === 0) return { kind: "feed", heightDots: modes.lineSpacing };
    const shift = alignShift(modes.align, free);
    const end = modes.leftMargin + modes.areaWidth;
    const xOnPaper = ({ xDots, widthDots }: Glyph) =>
      modes.upsideDown ? end - shift - xDots - widthDots : modes.leftMargin + shift + xDots;
    const tallest = glyphs.reduce((most, glyph) => Math.max(most, glyph.heightDots), 0);
    return {
      kind: "text",
      glyphs: glyphs.map((glyph) => ({ ...glyph, xDots: xOnPaper(glyph) })),
      heightDots: Math.max(modes.lineSpacing, tallest),
      ...(modes.upsideDown ? { isUpsideDown: true as const } : {}),
    };
  }

  clear(): void {
    this.#glyphs = [];
    this.#x = 0;
    this.#lead = null;
  }

  #place(text: string, isHanzi: boolean, modes: Modes): PaperRow | null {
    const scale = isHanzi ? modes.hanziScale : modes.scale;
    const cell = isHanzi
      ? { x: 24, y: 24 }
      : modes.font === "A"
        ? { x: 12, y: 24 }
        : { x: 9, y: 17 };
    const widthDots = cell.x * scale.x;
    const printed = this.#x + widthDots > modes.areaWidth && this.#x > 0 ? this.flush(modes) : null;
    this.#glyphs.push({
      text,
      xDots: this.#x,
      widthDots,
      heightDots: cell.y * scale.y,
      bold: modes.bold,
      underline: isHanzi ? modes.hanziUnderline : modes.underline,
      reverse: modes.reverse,
    });
    this.#x += widthDots + modes.rightSpacing * scale.x;
    return printed;
  }
}

/** Where something of a width stands when `free` dots are left of the line. */
export function alignShift(align: Modes["align"], free: number): number {
  if (align === "left" || free <= 0) return 0;
  return align === "right" ? free : Math.floor(free / 2);
}
