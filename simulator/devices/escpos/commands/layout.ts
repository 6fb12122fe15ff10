import { COLUMN_DOTS, LINE_DOTS } from "#simulator/paper/paper.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, signedWord, word } from "../command.ts";
import type { Press } from "../press.ts";

/** Stops that `ESC D` can set. */
const TABS_MAX = 32;

/** Where things stand. Source: Epson ESC/POS command reference, "print position commands". */
export const layoutCommands: Commands = {
  HT: (press) => {
    press.composer.tab(press.modes);
    return none;
  },
  "ESC D": (press, bytes) => press.set({ tabs: tabsOf(bytes.subarray(2, -1), press) }),
  "ESC $": (press, bytes) => move(press, press.across(word(bytes, 2))),
  "ESC \\": (press, bytes) =>
    move(press, press.composer.xDots + press.across(signedWord(bytes, 2))),
  "ESC a": (press, [, , n = 0]) => {
    const align = ({ 0: "left", 1: "center", 2: "right" } as const)[n & 0x0f];
    return align === undefined || !isLineStart(press) ? none : press.set({ align });
  },
  "ESC 2": (press) => press.set({ lineSpacing: LINE_DOTS }),
  "ESC 3": (press, [, , n = 0]) => press.set({ lineSpacing: press.along(n) }),
  // Both at the start of a line only; on a page they wait for standard mode.
  "GS L": (press, bytes) => {
    const { x } = press.onPaper({ x: word(bytes, 2), y: 0 });
    return isLineStart(press) ? within(press, x, press.chosen.areaWidth) : none;
  },
  "GS W": (press, bytes) => {
    const { x } = press.onPaper({ x: word(bytes, 2), y: 0 });
    return isLineStart(press) ? within(press, press.chosen.leftMargin, x) : none;
  },
  "GS P": (press, [, , x = 0, y = 0]) => {
    press.setUnits(x, y);
    return none;
  },
};

const isLineStart = (press: Press) => press.isInPageMode || press.composer.isEmpty;

/** Margin and area on the paper, with room for two columns at least. */
function within(press: Press, margin: number, width: number): readonly Deed[] {
  const leftMargin = Math.min(margin, press.widthDots - 2 * COLUMN_DOTS);
  const most = press.widthDots - leftMargin;
  return press.set({ leftMargin, areaWidth: Math.max(2 * COLUMN_DOTS, Math.min(width, most)) });
}

/**
 * Columns count in characters as they are now; a stop that is not beyond the one before it ends
 * the list.
 */
function tabsOf(columns: Uint8Array, press: Press): readonly number[] {
  const end = columns.findIndex((column, at) => at > 0 && column <= (columns[at - 1] ?? 0));
  const kept = columns.subarray(0, Math.min(end === -1 ? columns.length : end, TABS_MAX));
  const { font, rightSpacing, scale } = press.chosen;
  const column = ((font === "A" ? COLUMN_DOTS : 9) + rightSpacing) * scale.x;
  return [...kept].map((count) => count * column);
}

function move(press: Press, xDots: number): readonly Deed[] {
  press.composer.moveTo(xDots, press.modes);
  return none;
}
