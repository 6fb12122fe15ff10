import { COLUMN_DOTS, LINE_DOTS } from "#simulator/paper/paper.ts";

/** Everything `ESC @` resets: how the next character and the next line will look. */
export interface Modes {
  hanziMode: boolean;
  codePage: number;
  align: "left" | "center" | "right";
  /** `ESC M`, and bit 0 of `ESC !`: font A 12 x 24, font B 9 x 17. */
  font: "A" | "B";
  bold: boolean;
  underline: boolean;
  reverse: boolean;
  /** Whole lines stand on their heads. */
  upsideDown: boolean;
  /** `ESC !` scales single-byte characters, `FS !` hanzi, `GS !` both. */
  scale: Scale;
  hanziScale: Scale;
  hanziUnderline: boolean;
  /** `ESC SP`, in dots. */
  rightSpacing: number;
  lineSpacing: number;
  leftMargin: number;
  areaWidth: number;
  /** Tab stops in dots, ascending. */
  tabs: readonly number[];
  barcode: BarcodeModes;
}

export interface Scale {
  readonly x: number;
  readonly y: number;
}

export interface BarcodeModes {
  heightDots: number;
  moduleDots: number;
  hri: "none" | "above" | "below" | "both";
  /** `GS f`. */
  hriFont?: "A" | "B";
}

export const NORMAL: Scale = { x: 1, y: 1 };

/** Chinese printers power up with hanzi mode on. */
export function initialModes(widthDots: number): Modes {
  return {
    hanziMode: true,
    codePage: 0,
    align: "left",
    font: "A",
    bold: false,
    underline: false,
    reverse: false,
    upsideDown: false,
    scale: NORMAL,
    hanziScale: NORMAL,
    hanziUnderline: false,
    rightSpacing: 0,
    lineSpacing: LINE_DOTS,
    leftMargin: 0,
    areaWidth: widthDots,
    tabs: Array.from({ length: 32 }, (_, index) => (index + 1) * 8 * COLUMN_DOTS),
    barcode: { heightDots: 162, moduleDots: 3, hri: "none", hriFont: "A" },
  };
}
