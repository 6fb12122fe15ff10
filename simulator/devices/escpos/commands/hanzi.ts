import { NORMAL } from "../../printing/modes.ts";
import { type Commands, isOn, none } from "../command.ts";

/** Two-byte characters. Source: Epson ESC/POS command reference, "Kanji commands". */
export const hanziCommands: Commands = {
  "FS &": (press) => press.set({ hanziMode: true }),
  "FS .": (press) => press.set({ hanziMode: false }),
  "FS !": (press, [, , n = 0]) =>
    press.set({
      hanziScale: { x: n & 4 ? 2 : 1, y: n & 8 ? 2 : 1 },
      hanziUnderline: (n & 0x80) > 0,
    }),
  "FS W": (press, bytes) => press.set({ hanziScale: isOn(bytes, 2) ? { x: 2, y: 2 } : NORMAL }),
  "FS -": (press, [, , n = 0]) => press.set({ hanziUnderline: (n & 3) > 0 }),
  "FS S": () => none,
};
