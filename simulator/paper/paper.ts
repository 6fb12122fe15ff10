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
  readonly bold: boolean;
  readonly underline: boolean;
  /** White on black. */
  readonly reverse: boolean;
}

export type PaperRow =
  | TextRow
  | { readonly kind: "feed"; readonly heightDots: number }
  | RasterRow
  | QrRow
  | BarcodeRow;

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
}

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
  /** They are in the small font; in font A when left out. */
  readonly hriFont?: "B";
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
export const isWide = ({ text }: Glyph): boolean =>
  /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\u3000-\u303f\u25a1]/.test(text);

/** The width of a column: one character of font A. */
export const COLUMN_DOTS = 12;
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

/** The length of the printed paper. */
export function heightOf(rows: readonly PaperRow[]): number {
  return rows.reduce((sum, row) => sum + row.heightDots, 0);
}
