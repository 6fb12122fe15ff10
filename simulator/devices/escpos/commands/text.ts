import type { FontName } from "#simulator/paper/paper.ts";
import { isNation } from "../../printing/characters.ts";
import type { Modes } from "../../printing/modes.ts";
import { type Commands, isOn, none, unknown } from "../command.ts";
import { singleCharacters } from "../drawn-characters.ts";
import type { Press } from "../press.ts";

/** How characters look. Source: Epson ESC/POS command reference, "character commands". */
export const textCommands: Commands = {
  "ESC !": (press, [, , n = 0]) =>
    press.set({
      font: n & 1 ? "B" : "A",
      bold: (n & 8) > 0,
      scale: { x: n & 0x20 ? 2 : 1, y: n & 0x10 ? 2 : 1 },
      underline: (n & 0x80) > 0,
    }),
  "GS !": (press, [, , n = 0]) => {
    const scale = { x: ((n >> 4) & 7) + 1, y: (n & 7) + 1 };
    return press.set({ scale, hanziScale: scale });
  },
  "ESC E": (press, bytes) => press.set({ bold: isOn(bytes, 2) }),
  "ESC G": (press, bytes) => press.set({ doubleStrike: isOn(bytes, 2) }),
  "ESC -": (press, [, , n = 0]) => {
    const dots = thicknessOf(n);
    if (dots === undefined) return none;
    return press.set(dots === 0 ? { underline: false } : { underline: true, underlineDots: dots });
  },
  "ESC M": (press, [, , n = 0]) => {
    const font = fontOf(press, n);
    return font === null ? none : press.set({ font });
  },
  "ESC SP": (press, [, , n = 0]) => press.set({ rightSpacing: press.across(n) }),
  "ESC t": (press, [, , n = 0]) => {
    const isXprinter = press.habits.codePages === "xprinter";
    return press.set({ codePage: isXprinter ? (xprinterPages[n] ?? n) : n });
  },
  "ESC R": (press, [, , n = 0]) => (isNation(n) ? press.set({ international: n }) : none),
  "ESC {": (press, bytes) => atLineStart(press, { upsideDown: isOn(bytes, 2) }),
  // 1 and 2 differ in half a dot between characters, which this head cannot leave.
  "ESC V": (press, [, , n = 0]) => {
    const turned = ({ 0: false, 1: true, 2: true, 48: false, 49: true, 50: true } as const)[n];
    return turned === undefined ? none : press.set({ turned });
  },
  "GS B": (press, bytes) => press.set({ reverse: isOn(bytes, 2) }),
  "GS b": (press, bytes) => press.set({ smooth: isOn(bytes, 2) }),
  "ESC %": (press, bytes) => press.set({ usesDrawn: isOn(bytes, 2) }),
  "ESC &": (press, bytes) => {
    const drawn = singleCharacters(bytes, press.modes.font);
    if (drawn === null) return unknown(bytes);
    return press.set({ drawn: new Map([...press.modes.drawn, ...drawn]) });
  },
  "ESC ?": (press, [, , n = 0]) => press.forget(`${press.modes.font}${n}`),
};

/** Where Xprinter's numbers differ, the Epson number of the same page; 6 is nearest to 1252. */
const xprinterPages: Readonly<Record<number, number>> = {
  ...{ 6: 16, 7: 47, 8: 36, 11: 49, 22: 37, 23: 46, 24: 14, 25: 51, 33: 50 },
};

/** By number or figure; null for one that this ROM does not have, which is ignored. */
export function fontOf({ habits }: Press, n: number): FontName | null {
  const font = ({ 0: "A", 1: "B", 2: "C", 48: "A", 49: "B", 50: "C" } as const)[n] ?? null;
  return font === "C" && habits.hasFontC !== true ? null : font;
}

/** Of an underline: 0, 1 or 2 dots, as numbers or as figures. */
export function thicknessOf(n: number): 0 | 1 | 2 | undefined {
  return ({ 0: 0, 1: 1, 2: 2, 48: 0, 49: 1, 50: 2 } as const)[n];
}

/** Within a line it is too late; on a page the command waits for standard mode. */
function atLineStart(press: Press, change: Partial<Modes>) {
  return press.isInPageMode || press.composer.isEmpty ? press.set(change) : none;
}
