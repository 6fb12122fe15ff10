import { DMD_POSITION, ESC_SELECT } from "#drivers/wire/displays.ts";
import type { GlassMode, TextGlass } from "./glass.ts";
import type { TextFace } from "./text-face.ts";

/** Does what a command says; `n` are the bytes behind its two first. */
type Act = (face: TextFace, n: readonly number[]) => void;

/** How many bytes come behind the first two: told by what has come so far, if it must be. */
type More = number | ((n: readonly number[]) => number);

/** By the second byte. */
export type Commands = Readonly<Record<number, readonly [more: More, act: Act]>>;

const nothing: Act = () => {};
const isOne = (n: number | undefined) => n === 1 || n === 0x31;
const inMode =
  (mode: GlassMode): Act =>
  ({ glass }) => {
    glass.mode = mode;
  };
const reset: Act = (face) => face.reset();
const place: Act = ({ glass }, [x = 0, y = 0]) => glass.moveTo(x - 1, y - 1);
const dim: Act = (face, [n = 0]) => face.dim(n);
const cursor: Act = (face, [n]) => {
  face.showsCursor = isOne(n);
};

/** `s n m [a p1…]…`: each character says how many columns it has, of s bytes each. */
function drawing(n: readonly number[]): number {
  const [height = 0, first = 0, last = 0] = n;
  if (n.length < 3) return 3;
  let end = 3;
  for (let code = first; code <= last && end <= n.length; code += 1) {
    end += 1 + height * (n[end] ?? 0);
  }
  return end;
}

const drawn: Commands = {
  37: [
    1,
    (face, [n]) => {
      face.usesDrawn = isOne(n);
    },
  ],
  38: [drawing, (face, [, first = 0, last = 0]) => face.draw(first, last)],
  63: [1, (face, [n = 0]) => face.forget(n)],
};

/** `1B 5B n`: up, down, right, left, home, line start, line end, bottom right. */
const moves: Readonly<Record<number, (glass: TextGlass) => void>> = {
  65: (glass) => glass.up(),
  66: (glass) => glass.down(),
  67: (glass) => glass.right(),
  68: (glass) => glass.left(),
  72: (glass) => glass.home(),
  75: (glass) => glass.last(),
  76: (glass) => glass.lineStart(),
  82: (glass) => glass.lineEnd(),
};

/**
 * CD5220, behind ESC. Source: the command tables of the Partner and POS-X manuals. A guess: a
 * window is cancelled without saying which.
 */
export const cd5220Commands: Commands = {
  17: [0, inMode("overwrite")],
  18: [0, inMode("vertical scroll")],
  19: [0, inMode("horizontal scroll")],
  42: [1, dim],
  64: [0, reset],
  87: [
    ([s]) => (isOne(s) ? 4 : 1),
    ({ glass }, [s, x1 = 0, x2 = 0, y = 0]) => {
      if (isOne(s)) glass.openWindow(1, { x: x1 - 1, y: y - 1, width: x2 - x1 + 1, height: 1 });
      else glass.closeWindow(1);
    },
  ],
  91: [
    1,
    (face, [n = 0]) => {
      if (!face.isInStringMode) moves[n]?.(face.glass);
    },
  ],
  95: [1, cursor],
  // Character sets, which this tube has not, and who listens.
  ...{ 99: [1, nothing], 102: [1, nothing], [ESC_SELECT]: [1, nothing] },
  108: [2, place],
  ...drawn,
};

/** Epson DM-D, behind ESC. Source: Epson DM-D110 specification, 5.4. */
export const dmdEscCommands: Commands = {
  64: [0, reset],
  87: [
    ([, m]) => (isOne(m) ? 6 : 2),
    ({ glass }, [number = 0, m, x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => {
      if (number < 1 || number > 4) return;
      const area = { x: x1 - 1, y: y1 - 1, width: x2 - x1 + 1, height: y2 - y1 + 1 };
      if (isOne(m)) glass.openWindow(number, area);
      else glass.closeWindow(number);
    },
  ],
  ...{ 82: [1, nothing], 116: [1, nothing], [ESC_SELECT]: [1, nothing] },
  ...drawn,
};

/** The same behind US. */
export const dmdCommands: Commands = {
  1: [0, inMode("overwrite")],
  2: [0, inMode("vertical scroll")],
  3: [0, inMode("horizontal scroll")],
  10: [0, ({ glass }) => glass.up()],
  13: [0, ({ glass }) => glass.lineEnd()],
  35: [2, (face, [n, column = 0]) => face.light(isOne(n), column)],
  [DMD_POSITION]: [2, place],
  66: [0, ({ glass }) => glass.last()],
  67: [1, cursor],
  69: [1, (face, [n = 0]) => face.blink(n)],
  88: [1, dim],
  114: [
    1,
    ({ glass }, [n]) => {
      glass.isReversing = isOne(n);
    },
  ],
  // The self-test, the clock, and setting it.
  ...{ 64: [0, nothing], 85: [0, nothing], 84: [2, nothing] },
};
