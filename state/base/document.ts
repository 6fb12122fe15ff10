/**
 * A receipt as meaning, not dots. It is kept in the ledger, and every picture of it derives from
 * it: printed bytes of any printer language, the text on a screen, a reprint.
 */
export interface ReceiptDocument {
  readonly blocks: readonly Block[];
}

export type Align = "left" | "center" | "right";

export type Block =
  | TextBlock
  | RowBlock
  | ColumnsBlock
  | RuleBlock
  | FeedBlock
  | QrBlock
  | BarcodeBlock
  | PictureBlock;

/** A paragraph; wraps at the paper's width. */
export interface TextBlock {
  readonly kind: "text";
  readonly text: string;
  readonly align?: Align;
  /** `double` is twice as wide and twice as high. */
  readonly size?: "normal" | "double";
  readonly bold?: boolean;
}

/** A label flush left and a value flush right; the label wraps, the value never does. */
export interface RowBlock {
  readonly kind: "row";
  readonly left: string;
  readonly right: string;
  readonly size?: "normal" | "double";
  readonly bold?: boolean;
}

/** Cells side by side. Widths are shares of the line, given in tenths; they sum to 10. */
export interface ColumnsBlock {
  readonly kind: "columns";
  readonly cells: readonly {
    readonly text: string;
    readonly tenths: number;
    readonly align: Align;
  }[];
  readonly bold?: boolean;
}

/** A line across the paper. */
export interface RuleBlock {
  readonly kind: "rule";
}

export interface FeedBlock {
  readonly kind: "feed";
  readonly lines: number;
}

/** A QR code (ISO/IEC 18004), centred. */
export interface QrBlock {
  readonly kind: "qr";
  readonly data: string;
}

/** A linear bar code with its digits below, centred. `code128` takes printable ASCII. */
export interface BarcodeBlock {
  readonly kind: "barcode";
  readonly symbology: "ean13" | "code128";
  readonly data: string;
}

/** Black dots on white, centred; a dot is a dot of the head, 1/8 mm on most. */
export interface PictureBlock {
  readonly kind: "picture";
  readonly widthDots: number;
  readonly heightDots: number;
  /**
   * Base64 of the rows from the top, each padded to whole bytes; bit 7 is the left dot, 1 is black.
   * What is missing is white.
   */
  readonly bits: string;
  /** What it shows, in words, for a screen and for paper that is too narrow. */
  readonly alt: string;
}
