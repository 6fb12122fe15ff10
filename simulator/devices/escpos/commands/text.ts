import { type Commands, isOn, none } from "../command.ts";

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
  "ESC G": (press, bytes) => press.set({ bold: isOn(bytes, 2) }),
  "ESC -": (press, [, , n = 0]) => press.set({ underline: (n & 3) > 0 }),
  "ESC M": (press, bytes) => press.set({ font: isOn(bytes, 2) ? "B" : "A" }),
  "ESC SP": (press, [, , n = 0]) => press.set({ rightSpacing: n }),
  "ESC t": (press, [, , n = 0]) => press.set({ codePage: n }),
  "ESC R": () => none,
  "ESC {": (press, bytes) =>
    press.composer.isEmpty ? press.set({ upsideDown: isOn(bytes, 2) }) : none,
  "GS B": (press, bytes) => press.set({ reverse: isOn(bytes, 2) }),
};
