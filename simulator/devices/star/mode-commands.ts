import { initialModes, type Modes } from "../printing/modes.ts";
import { numberIn, pitch } from "./arguments.ts";
import { starPage } from "./code-pages.ts";

/** 4 mm, and 3 mm for pictures, at 8 dots a millimetre. */
export const LINE_SPACING = 32;
const PICTURE_SPACING = 24;

export interface StarPaper {
  readonly widthDots: number;
  /** Set for single-byte countries: no byte begins a hanzi. */
  readonly isSingleByte: boolean;
}

/** As `ESC @` leaves them; what the host has drawn stays, unused. */
export function starModes({ widthDots, isSingleByte }: StarPaper, drawn: Modes["drawn"]): Modes {
  const modes = initialModes(widthDots);
  return { ...modes, lineSpacing: LINE_SPACING, hanziMode: !isSingleByte, tabs: [], drawn };
}

/** What a command changes of how the next character looks; nothing where a number is beyond. */
type Change = (command: Uint8Array, modes: Modes) => Partial<Modes>;

const nothing: Partial<Modes> = {};

/** How many times more than once; null: out of range, so nothing changes. */
function expanded(high: number | null, wide: number | null): Partial<Modes> {
  if (high === null || wide === null) return nothing;
  const scale = { x: wide + 1, y: high + 1 };
  return { scale, hanziScale: scale };
}

const spaced = (rightSpacing: number | null) =>
  rightSpacing === null ? nothing : { rightSpacing };

/** Of one byte. */
export const modeControls: Readonly<Record<number, Change>> = {
  14: (_, { scale }) => expanded(scale.y - 1, 1),
  20: (_, { scale }) => expanded(scale.y - 1, 0),
};

/** Behind ESC. Source: Star Line Mode Command Specifications, 3.3.1 to 3.3.7. */
export const modeCommands: Readonly<Record<number, Change>> = {
  14: (_, { scale }) => expanded(1, scale.x - 1),
  20: (_, { scale }) => expanded(0, scale.x - 1),
  32: (c) => spaced(numberIn(c[2], 15)),
  37: (c) => {
    const n = numberIn(c[2], 1);
    return n === null ? nothing : { usesDrawn: n === 1 };
  },
  45: (c) => {
    const n = numberIn(c[2], 1);
    return n === null ? nothing : { underline: n === 1, hanziUnderline: n === 1 };
  },
  48: () => ({ lineSpacing: PICTURE_SPACING }),
  49: () => ({ lineSpacing: PICTURE_SPACING }),
  52: () => ({ reverse: true }),
  53: () => ({ reverse: false }),
  58: () => spaced(4),
  68: (c, modes) => ({ tabs: [...c.subarray(2, -1)].map((n) => n * pitch(modes)) }),
  69: () => ({ bold: true }),
  70: () => ({ bold: false }),
  77: () => spaced(0),
  80: () => spaced(3),
  // 13 and more, where a model has them, are not known here.
  82: (c, modes) => ({ international: numberIn(c[2], 12) ?? modes.international }),
  87: (c, { scale }) => expanded(scale.y - 1, numberIn(c[2], 5)),
  103: () => spaced(2),
  104: (c, { scale }) => expanded(numberIn(c[2], 5), scale.x - 1),
  105: (c) => expanded(numberIn(c[2], 5), numberIn(c[3], 5)),
  122: (c) => ({ lineSpacing: numberIn(c[2], 1) === 1 ? LINE_SPACING : PICTURE_SPACING }),
};

/** Behind ESC GS. */
export const modeGroups: Readonly<Record<number, Change>> = {
  116: (c) => ({ codePage: starPage(c[3] ?? 0) }),
};

const alignments = ["left", "center", "right"] as const;

/** `ESC GS a n`, which is heard at the beginning of a line. */
export function alignment(command: Uint8Array): Partial<Modes> {
  const align = alignments[numberIn(command[3], 2) ?? alignments.length];
  return align === undefined ? nothing : { align };
}
