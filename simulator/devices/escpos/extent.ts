import { DLE, DLE_DC4, DLE_EOT, ESC, FS, GS, NUL } from "#drivers/wire/escpos.ts";
import { logosExtent } from "../printing/logos.ts";
import type { Extent } from "../printing/tokenizer.ts";

/**
 * How long each ESC/POS command is. One that the printer does not know is two bytes long, which is
 * what firmware does: the rest of it is printed.
 *
 * Lengths: Epson ESC/POS command reference.
 */

/** Bytes that follow `ESC x`, `FS x` and `GS x`, for all whose length is fixed. */
const escParameters: Readonly<Record<string, number>> = {
  "@": 0, "\f": 0, "!": 1, " ": 1, $: 2, "%": 1, "-": 1, "2": 0, "3": 1, "=": 1, "?": 1, E: 1, G: 1,
  J: 1, K: 1, L: 0, M: 1, R: 1, S: 0, T: 1, V: 1, W: 8, "\\": 2, a: 1, c: 2, d: 1, e: 1, i: 0,
  m: 0, p: 3, r: 1, t: 1, u: 1, v: 0, "{": 1, B: 2, "9": 1,
}; // biome-ignore format: a table reads as a table
const fsParameters: Readonly<Record<string, number>> = {
  "!": 1, "&": 0, ".": 0, "-": 1, "2": 74, "?": 2, C: 1, S: 2, W: 1, p: 2,
}; // biome-ignore format: a table reads as a table
const gsParameters: Readonly<Record<string, number>> = {
  "!": 1, $: 2, "/": 1, ":": 0, B: 1, H: 1, I: 1, L: 2, P: 2, T: 1, W: 2, "\\": 2, "^": 3, a: 1,
  b: 1, f: 1, g: 4, h: 1, r: 1, w: 1,
}; // biome-ignore format: a table reads as a table

const dc4Lengths: Readonly<Record<number, number>> = { 1: 5, 2: 5, 3: 8, 7: 4, 8: 10 };

const at = (head: readonly number[], index: number) => head[index] ?? 0;
const word = (head: readonly number[], index: number) =>
  at(head, index) + 256 * at(head, index + 1);

function dleExtent(head: readonly number[]): Extent {
  if (head.length < 3) return head.length < 2 ? null : isRealTime(at(head, 1)) ? null : 1;
  if (at(head, 1) === DLE_EOT) return [7, 8, 18].includes(at(head, 2)) ? 4 : 3;
  if (at(head, 1) === DLE_DC4) return dc4Lengths[at(head, 2)] ?? 3;
  return 3;
}

function isRealTime(second: number): boolean {
  return second === DLE_EOT || second === 0x05 || second === DLE_DC4;
}

function escExtent(head: readonly number[]): Extent {
  switch (String.fromCharCode(at(head, 1))) {
    case "*":
      if (head.length < 5) return null;
      return 5 + word(head, 3) * (at(head, 2) < 32 ? 1 : 3);
    case "D":
      return { until: NUL, from: 2 };
    case "&":
      return charactersExtent(head);
    case "(":
      return head.length < 5 ? null : 5 + word(head, 3);
    default:
      return 2 + (escParameters[String.fromCharCode(at(head, 1))] ?? 0);
  }
}

/** `ESC & y c1 c2`, then for each code a width x and y times x bytes. */
function charactersExtent(head: readonly number[]): Extent {
  if (head.length < 5) return null;
  let end = 5;
  for (let code = at(head, 3); code <= at(head, 4); code += 1) {
    if (head.length <= end) return null;
    end += 1 + at(head, 2) * at(head, end);
  }
  return end;
}

function fsExtent(head: readonly number[]): Extent {
  if (at(head, 1) === 0x71) return logosExtent(head, 2);
  if (at(head, 1) === 0x28) return head.length < 5 ? null : 5 + word(head, 3);
  return 2 + (fsParameters[String.fromCharCode(at(head, 1))] ?? 0);
}

function gsExtent(head: readonly number[]): Extent {
  switch (String.fromCharCode(at(head, 1))) {
    case "(":
      return head.length < 5 ? null : 5 + word(head, 3);
    case "8":
      if (head.length < 7) return null;
      return 7 + word(head, 3) + 65_536 * word(head, 5);
    case "*":
      return head.length < 4 ? null : 4 + 8 * at(head, 2) * at(head, 3);
    case "V":
      if (head.length < 3) return null;
      return [0, 1, 0x30, 0x31].includes(at(head, 2)) ? 3 : 4;
    case "v":
      return head.length < 8 ? null : 8 + word(head, 4) * word(head, 6);
    case "k":
      if (head.length < 3) return null;
      if (at(head, 2) <= 6) return { until: NUL, from: 3 };
      return head.length < 4 ? null : 4 + at(head, 3);
    default:
      return 2 + (gsParameters[String.fromCharCode(at(head, 1))] ?? 0);
  }
}

/** The extent of the command that `head` begins. */
export function extentOf(head: readonly number[]): Extent {
  const first = at(head, 0);
  if (first === DLE) return dleExtent(head);
  if (first !== ESC && first !== FS && first !== GS) return 1;
  if (head.length < 2) return null;
  if (first === ESC) return escExtent(head);
  return first === FS ? fsExtent(head) : gsExtent(head);
}
