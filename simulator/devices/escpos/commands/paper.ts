import { BLADE_DOTS } from "../../printing/deeds.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown } from "../command.ts";
import type { Press } from "../press.ts";

/** The paper goes back so far at once and no farther; more is ignored. They differ by model. */
const BACK_DOTS_MAX = 48;
const BACK_LINES_MAX = 2;

/**
 * What moves and cuts the paper. Source: Epson ESC/POS command reference, "print commands" and
 * "mechanism control commands".
 */
export const paperCommands: Commands = {
  LF: (press) => press.line(),
  CR: (press) => (press.habits.endsLineAtCr === true ? press.line() : none),
  "ESC J": (press, [, , n = 0]) => feedDots(press, press.along(n)),
  "ESC d": (press, [, , n = 0]) => {
    if (n === 0) return press.line(0);
    return [...press.line(), ...press.advance((n - 1) * press.modes.lineSpacing)];
  },
  "ESC K": (press, [, , n = 0]) => {
    const dots = press.along(n);
    return dots > BACK_DOTS_MAX ? none : back(press, dots);
  },
  "ESC e": (press, [, , n = 0]) =>
    n > BACK_LINES_MAX ? none : back(press, n * press.modes.lineSpacing),
  "ESC i": (press) => cut(press, true, 0),
  "ESC m": (press) => cut(press, true, 0),
  "GS V": (press, bytes) => {
    const [, , m = 0, n = 0] = bytes;
    const form = cuts[m];
    if (form === undefined) return unknown(bytes);
    const dots = press.along(n);
    if (!form.isReserved) return cut(press, form.isPartial, dots);
    // The feed cannot be more than the paper that a cut at once would waste.
    const moved = press.advance(Math.min(dots, BLADE_DOTS));
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

/** So many dots from the top of the line, or as many as the line needs. */
function feedDots(press: Press, dots: number): readonly Deed[] {
  if (press.isInPageMode || press.isLineEmpty) return press.line(dots);
  const line = press.line(0);
  const needed = line.reduce((sum, d) => sum + (d.kind === "print" ? d.row.heightDots : 0), 0);
  return [...line, ...press.advance(dots - needed)];
}

/** The line is printed and the paper goes back under it; on a page it does not. */
function back(press: Press, dots: number): readonly Deed[] {
  if (press.isInPageMode) return none;
  const line = press.isLineEmpty ? none : press.line(0);
  if (dots === 0) return line;
  return [...line, { kind: "print", row: { kind: "feed", heightDots: -dots } }];
}

function cut(press: Press, isPartial: boolean, feedDotsBefore: number): readonly Deed[] {
  return [...press.rest(), ...press.advance(feedDotsBefore), { kind: "cut", isPartial }];
}
