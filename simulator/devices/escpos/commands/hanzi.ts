import { type Modes, NORMAL } from "../../printing/modes.ts";
import { type Commands, isOn, none, unknown } from "../command.ts";
import { hanziCharacter, hanziCode } from "../drawn-characters.ts";
import { thicknessOf } from "./text.ts";

const ONE_BYTE = [1, 0x31];
const UTF8 = [2, 0x32];
/** `ESC 9 n` as some Chinese makers have it; 3 is a guess that no manual confirms. */
const vendorCharsets: Readonly<Record<number, Modes["charset"]>> = {
  0: "rom",
  1: "utf-8",
  3: "big5",
};

/**
 * Characters of several bytes. Source: Epson ESC/POS command reference, "Kanji commands" and
 * FS ( C.
 */
export const hanziCommands: Commands = {
  "FS &": (press) => press.set({ hanziMode: true }),
  "FS .": (press) => press.set({ hanziMode: false }),
  "FS !": (press, [, , n = 0]) =>
    press.set({
      hanziScale: { x: n & 4 ? 2 : 1, y: n & 8 ? 2 : 1 },
      hanziUnderline: (n & 0x80) > 0,
    }),
  "FS W": (press, bytes) => press.set({ hanziScale: isOn(bytes, 2) ? { x: 2, y: 2 } : NORMAL }),
  "FS -": (press, [, , n = 0]) => {
    const dots = thicknessOf(n);
    if (dots === undefined) return none;
    return press.set(
      dots === 0 ? { hanziUnderline: false } : { hanziUnderline: true, hanziUnderlineDots: dots },
    );
  },
  "FS S": (press, [, , left = 0, right = 0]) =>
    press.set({ hanziSpacing: { left: press.across(left), right: press.across(right) } }),
  "FS 2": (press, bytes) => {
    const drawn = hanziCharacter(bytes);
    if (drawn === null) return unknown(bytes);
    return press.set({ drawn: new Map([...press.modes.drawn, ...drawn]) });
  },
  "FS ?": (press, bytes) => press.forget(hanziCode(bytes) ?? ""),
  // Between the codes of Japan; a Chinese ROM has one code.
  "FS C": () => none,
  "FS ( C": (press, bytes) => {
    const [, , , , , fn = 0, n = 0] = bytes;
    if (fn === 48 && ONE_BYTE.includes(n)) return press.set({ charset: "rom" });
    if (fn === 48 && UTF8.includes(n)) return press.set({ charset: "utf-8" });
    // Which font draws a character that several have: this ROM has one of each.
    return fn === 60 ? none : unknown(bytes);
  },
  "ESC 9": (press, [, , n = 0]) => {
    const charset = vendorCharsets[n];
    return charset === undefined ? none : press.set({ charset });
  },
};
