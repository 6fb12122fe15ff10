import { BLADE_DOTS, feed } from "../../printing/deeds.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, unknown } from "../command.ts";
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
    const form = cuts[m];
    if (form === undefined) return unknown(bytes);
    if (!form.isReserved) return cut(press, form.isPartial, n);
    // The feed cannot be more than the paper that a cut at once would waste.
    const moved = feed(Math.min(n, BLADE_DOTS));
    return [...press.rest(), ...moved, { kind: "reserve cut", isPartial: form.isPartial }];
  },
};

interface CutForm {
  readonly isPartial: boolean;
  readonly isReserved: boolean;
}

const form = (isPartial: boolean, isReserved = false): CutForm => ({ isPartial, isReserved });
const [full, partial] = [form(false), form(true)];

/**
 * `GS V m`: at once, after a feed (65, 66), reserved (97, 98), to the top of form (103, 104), which
 * on a roll without marks is after a feed.
 */
const cuts: Readonly<Record<number, CutForm>> = {
  0: full, 1: partial, 48: full, 49: partial, 65: full, 66: partial, 103: full, 104: partial,
  97: form(false, true), 98: form(true, true),
}; // biome-ignore format: a table reads as a table

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
