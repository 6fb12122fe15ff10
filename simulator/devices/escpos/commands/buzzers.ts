import { type Commands, unknown } from "../command.ts";

/** Sounds. Source: Epson ESC/POS command reference, ESC ( A; Xprinter XP-80 manual, ESC B. */
export const buzzerCommands: Commands = {
  "ESC ( A": (_press, bytes) => {
    const [, , , , , fn, , count = 0, time = 0] = bytes;
    // 48 for a beeper with tones, 97 for one without.
    if ((fn !== 48 && fn !== 97) || bytes.length !== 9) return unknown(bytes);
    return [{ kind: "buzz", times: count, onMs: time * 100 }];
  },
  // The unit of its time differs from clone to clone, 50 to 100 ms.
  "ESC B": (_press, [, , n = 0, t = 0]) => [{ kind: "buzz", times: n, onMs: t * 50 }],
};
