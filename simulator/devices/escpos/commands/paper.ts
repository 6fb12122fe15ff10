import { feed } from "../../printing/deeds.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, isOn } from "../command.ts";
import type { Press } from "../press.ts";

/**
 * What moves and cuts the paper. Source: Epson ESC/POS command reference, "print commands" and
 * "mechanism control commands".
 */
export const paperCommands: Commands = {
  LF: (press) => press.newLine(),
  "ESC d": (press, [, , n = 0]) => feedLines(press, n),
  "ESC J": (press, [, , n = 0]) => feedDots(press, n),
  "ESC i": (press) => cut(press, true, 0),
  "ESC m": (press) => cut(press, true, 0),
  "GS V": (press, bytes) => {
    const [, , m = 0, n = 0] = bytes;
    // 0 and 48 are full, 1 and 49 partial; with a feed, 65 is full and 66 partial.
    return cut(press, isOn(bytes, 2) === m < 0x41, n);
  },
};

function feedLines(press: Press, n: number): readonly Deed[] {
  const { lineSpacing } = press.modes;
  if (press.isLineEmpty) return feed(n * lineSpacing);
  return [...press.newLine(), ...feed((n - 1) * lineSpacing)];
}

function feedDots(press: Press, n: number): readonly Deed[] {
  if (press.isLineEmpty) return feed(n);
  const line = press.newLine({ ...press.modes, lineSpacing: 0 });
  const [first] = line;
  return [...line, ...feed(first?.kind === "print" ? n - first.row.heightDots : n)];
}

function cut(press: Press, isPartial: boolean, feedDotsBefore: number): readonly Deed[] {
  return [...press.rest(), ...feed(feedDotsBefore), { kind: "cut", isPartial }];
}
