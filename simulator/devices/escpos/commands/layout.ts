import { COLUMN_DOTS, LINE_DOTS } from "#simulator/paper/paper.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, signedWord, word } from "../command.ts";
import type { Press } from "../press.ts";

/** Where things stand. Source: Epson ESC/POS command reference, "print position commands". */
export const layoutCommands: Commands = {
  HT: (press) => {
    press.composer.tab(press.modes);
    return none;
  },
  "ESC D": (press, bytes) =>
    press.set({ tabs: [...bytes.subarray(2, -1)].map((column) => column * COLUMN_DOTS) }),
  "ESC $": (press, bytes) => move(press, word(bytes, 2)),
  "ESC \\": (press, bytes) => move(press, press.composer.xDots + signedWord(bytes, 2)),
  "ESC a": (press, [, , n = 0]) => {
    const align = ({ 0: "left", 1: "center", 2: "right" } as const)[n & 0x0f];
    return align === undefined || !press.composer.isEmpty ? none : press.set({ align });
  },
  "ESC 2": (press) => press.set({ lineSpacing: LINE_DOTS }),
  "ESC 3": (press, [, , n = LINE_DOTS]) => press.set({ lineSpacing: n }),
  "GS L": (press, bytes) =>
    press.set({ leftMargin: Math.min(word(bytes, 2), press.widthDots - COLUMN_DOTS) }),
  "GS W": (press, bytes) => {
    const most = press.widthDots - press.modes.leftMargin;
    return press.set({ areaWidth: Math.max(COLUMN_DOTS * 2, Math.min(word(bytes, 2), most)) });
  },
  "GS P": () => none,
  "ESC S": () => none,
};

function move(press: Press, xDots: number): readonly Deed[] {
  press.composer.moveTo(xDots, press.modes);
  return none;
}
