import {
  COLUMN_DOTS,
  type DrawnCharacter,
  type FontName,
  LINE_DOTS,
} from "#simulator/paper/paper.ts";

/** Everything `ESC @` resets: how the next character and the next line will look. */
export interface Modes {
  /** What a byte beyond ASCII begins: the ROM's own choice by `hanziMode`, or another code. */
  charset: "rom" | "utf-8" | "big5";
  hanziMode: boolean;
  codePage: number;
  /** `ESC R`. */
  international: number;
  align: "left" | "center" | "right";
  /** `ESC M`, and bit 0 of `ESC !`. */
  font: FontName;
  /** `ESC E`; on paper `ESC G` looks the same. */
  bold: boolean;
  doubleStrike: boolean;
  underline: boolean;
  underlineDots: number;
  reverse: boolean;
  smooth: boolean;
  /** `ESC V`: each character lies on its right side. */
  turned: boolean;
  /** Whole lines stand on their heads. */
  upsideDown: boolean;
  /** `ESC !` scales single-byte characters, `FS !` hanzi, `GS !` both. */
  scale: Scale;
  hanziScale: Scale;
  hanziUnderline: boolean;
  hanziUnderlineDots: number;
  /** `FS S`, in dots. */
  hanziSpacing: { readonly left: number; readonly right: number };
  /** `ESC SP`, in dots. */
  rightSpacing: number;
  lineSpacing: number;
  leftMargin: number;
  areaWidth: number;
  /** Tab stops in dots, ascending. */
  tabs: readonly number[];
  barcode: BarcodeModes;
  /** Drawn by the host: by font and byte (`A65`), or by the two bytes of a hanzi. */
  drawn: ReadonlyMap<string, DrawnCharacter>;
  /** `ESC %`: the host's single-byte characters are used. */
  usesDrawn: boolean;
}

export interface Scale {
  readonly x: number;
  readonly y: number;
}

export interface BarcodeModes {
  heightDots: number;
  moduleDots: number;
  hri: "none" | "above" | "below" | "both";
  /** `GS f`; A when left out. */
  hriFont?: "B" | "C" | undefined;
}

export const NORMAL: Scale = { x: 1, y: 1 };

/** Chinese printers power up with hanzi mode on. */
export function initialModes(widthDots: number): Modes {
  return {
    charset: "rom",
    hanziMode: true,
    codePage: 0,
    international: 0,
    align: "left",
    font: "A",
    bold: false,
    doubleStrike: false,
    underline: false,
    underlineDots: 1,
    reverse: false,
    smooth: false,
    turned: false,
    upsideDown: false,
    scale: NORMAL,
    hanziScale: NORMAL,
    hanziUnderline: false,
    hanziUnderlineDots: 1,
    hanziSpacing: { left: 0, right: 0 },
    rightSpacing: 0,
    lineSpacing: LINE_DOTS,
    leftMargin: 0,
    areaWidth: widthDots,
    tabs: Array.from({ length: 32 }, (_, index) => (index + 1) * 8 * COLUMN_DOTS),
    barcode: { heightDots: 162, moduleDots: 3, hri: "none" },
    drawn: new Map(),
    usesDrawn: false,
  };
}
