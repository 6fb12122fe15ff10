/**
 * What stands on the paper, in dots at 203 dpi (8 dots a millimetre), as the head put it there.
 * Rows never change once printed; text and picture both derive from them.
 */
export interface Glyph {
  /** One character, as a reader sees it. */
  readonly text: string;
  readonly xDots: number;
  /** With its scale: a double-wide hanzi is 48. */
  readonly widthDots: number;
  readonly heightDots: number;
  /** Of the line on either side: white on black and the underline go over it. */
  readonly spacing?: { readonly left: number; readonly right: number };
  /** Of the ROM; A when left out, and always for a hanzi. */
  readonly font?: "B" | "C";
  readonly bold: boolean;
  readonly underline: boolean;
  /** One when left out. */
  readonly underlineDots?: number;
  /** White on black. */
  readonly reverse: boolean;
  /** It lies on its right side: the cell is as wide as the character is high. */
  readonly isTurned?: true;
  /** The steps of an enlarged character are filled. */
  readonly isSmooth?: true;
  /** The host's own character; its text is a stand-in. */
  readonly drawn?: DrawnCharacter;
}

/** A character that the host has drawn: row by row, 1 is black. */
export interface DrawnCharacter {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** Stands for a character that the host has drawn: nobody knows what it means. */
export const DRAWN = "〓";

/** What leaves marks on paper; it stands in a row of its own, or somewhere on a page. */
export type MarkRow = TextRow | RasterRow | QrRow | BarcodeRow;

export type PaperRow = MarkRow | FeedRow | PageRow;

export interface FeedRow {
  readonly kind: "feed";
  /** Below 0 the paper goes back, and what comes next is printed over it. */
  readonly heightDots: number;
}

/** What was composed in page mode, printed in one piece. */
export interface PageRow {
  readonly kind: "page";
  readonly heightDots: number;
  /** In the order they came; all of it is ink, so nothing covers anything. */
  readonly parts: readonly PagePart[];
}

/** Something on a page. `row.xDots` and `yDots` are from the corner where its reader begins. */
export interface PagePart {
  readonly row: MarkRow;
  /** The row's upper edge, which may be above the area: what leaves the area is not printed. */
  readonly yDots: number;
  readonly area: PageArea;
  readonly direction: Direction;
}

/** On the page as it leaves the printer. */
export interface PageArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** To the right from the upper left; upwards from the lower left; on its head; downwards. */
export type Direction = 0 | 1 | 2 | 3;

/** The area as its reader sees it: sideways, width and height change places. */
export function readerSize({ width, height }: PageArea, direction: Direction) {
  return direction % 2 === 0 ? { width, height } : { width: height, height: width };
}

export interface TextRow {
  readonly kind: "text";
  /** In the order they came. */
  readonly glyphs: readonly Glyph[];
  readonly heightDots: number;
  /** The line stands on its head, so its glyphs run from right to left. */
  readonly isUpsideDown?: true;
}

/**
 * A picture, or a symbol of stacked rows. Each row of dots is padded to whole bytes; bit 7 is the
 * left dot, 1 is black.
 */
export interface RasterRow {
  readonly kind: "raster";
  readonly xDots: number;
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
  /** How many dots of paper one dot of the picture takes, each way. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Of a symbol: its name and what it holds. */
  readonly says?: string;
  /** Below it, in the middle; its height and a gap are part of the row's. */
  readonly label?: Label;
}

/** What people read beside a symbol. */
export interface Label {
  readonly text: string;
  readonly font: FontName;
}

/** What a label takes below its symbol: the gap and the characters. */
export const LABEL_GAP_DOTS = 2;
export const labelDots = (label: Label | undefined) =>
  label === undefined ? 0 : LABEL_GAP_DOTS + FONT_CELLS[label.font].height;

export interface QrRow {
  readonly kind: "qr";
  readonly xDots: number;
  readonly heightDots: number;
  readonly moduleDots: number;
  /** Modules a side; the quiet zone is not printed. */
  readonly size: number;
  /** Row by row, 1 is dark. */
  readonly modules: Uint8Array;
  readonly data: string;
}

export interface BarcodeRow {
  readonly kind: "barcode";
  readonly xDots: number;
  /** Bars and digits together. */
  readonly heightDots: number;
  readonly barHeightDots: number;
  readonly moduleDots: number;
  /** One character a module: 1 dark, 0 light. */
  readonly pattern: string;
  readonly symbology: string;
  readonly data: string;
  /** Where the digits stand. */
  readonly hri: "none" | "above" | "below" | "both";
  /** In font A when left out. */
  readonly hriFont?: "B" | "C";
}

/** How the lower end looks: still in the printer, cut by the blade, or torn off by hand. */
export type Edge = "open" | "cut" | "partly cut" | "torn";

export interface Receipt {
  /** From 1, in the order of printing. */
  readonly number: number;
  /** Of the printable area: 576 on 80 mm paper, 384 on 58 mm. */
  readonly widthDots: number;
  readonly rows: readonly PaperRow[];
  readonly edge: Edge;
  /** How many bytes from the host went into it. */
  readonly bytes: number;
}

/** Drawn as wide as it is high: a hanzi is 24 x 24, the rest 12 x 24 or smaller. */
export const isWide = ({ text }: Pick<Glyph, "text">): boolean =>
  /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\u3000-\u303f\u25a1]/.test(
    text,
  );

export type FontName = "A" | "B" | "C";

/** A character that is not wide. Source: Epson TM-T90 and TM-L90, ESC !; TM-T20III has no C. */
export const FONT_CELLS: Readonly<Record<FontName, Cell>> = {
  A: { width: 12, height: 24 },
  B: { width: 9, height: 17 },
  C: { width: 8, height: 16 },
};

export interface Cell {
  readonly width: number;
  readonly height: number;
}

/** The width of a column: one character of font A. */
export const COLUMN_DOTS = FONT_CELLS.A.width;
/** The height of a line at the default spacing. */
export const LINE_DOTS = 30;

/** The glyphs where a reader sees them who holds the line the right way up. */
export function uprightGlyphs(row: TextRow, paperDots: number): readonly Glyph[] {
  if (row.isUpsideDown !== true) return row.glyphs;
  return row.glyphs.map((glyph) => ({
    ...glyph,
    xDots: paperDots - glyph.xDots - glyph.widthDots,
  }));
}

/** Each row with its upper edge; paper that goes back stops at its own edge. */
export function placed(rows: readonly PaperRow[]): readonly { row: PaperRow; yDots: number }[] {
  let next = 0;
  return rows.map((row) => {
    const yDots = next;
    next = Math.max(0, next + row.heightDots);
    return { row, yDots };
  });
}

/** The length of the printed paper. */
export function heightOf(rows: readonly PaperRow[]): number {
  return placed(rows).reduce((most, { row, yDots }) => Math.max(most, yDots + row.heightDots), 0);
}

/** From where to where its ground and its underline reach. */
export function reachOf({ xDots, widthDots, spacing = { left: 0, right: 0 } }: Glyph) {
  return { x: xDots - spacing.left, width: spacing.left + widthDots + spacing.right };
}

/** How tall the tallest of them is: they stand on one line. */
export function tallest(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((most, { heightDots }) => Math.max(most, heightDots), 0);
}
