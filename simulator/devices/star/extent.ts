import type { Extent } from "../printing/tokenizer.ts";
import { BAND_LINES } from "./pictures.ts";

const ESC = 0x1b;
const RS = 0x1e;
const at = (head: readonly number[], index: number) => head[index] ?? 0;
const word = (head: readonly number[], index: number) =>
  at(head, index) + 256 * at(head, index + 1);

/** Bytes of `ESC x` whose length is fixed, `ESC x` included. */
const lengths: Readonly<Record<number, number>> = {
  6: 3, 7: 4, 30: 4, 32: 3, 115: 4, 35: 5, 36: 3, 45: 3, 74: 3, 73: 3, 81: 3, 82: 3,
  87: 3, 95: 3, 97: 3, 100: 3, 104: 3, 105: 4, 108: 3, 122: 3,
}; // biome-ignore format: a table reads as a table

/**
 * How long each command of Star Line mode is; one that is not known is two bytes.
 *
 * Source: Star Line Mode command specifications; the devices' own ranges of parameters. Margins
 * and places as codes.spec of stuifzand-software/star-linemode lists them; `ESC k`, `ESC s`,
 * `ESC GS` ETX and S as receiptline 4 sends them, `ESC GS x` as node-thermal-printer 4 does: no
 * manual was read for these.
 */
export function extentOf(head: readonly number[]): Extent {
  if (head[0] !== ESC) return 1;
  if (head.length < 2) return null;
  switch (head[1]) {
    case 0x1d:
      return groupExtent(head);
    case 0x44:
      return { until: 0, from: 2 };
    case 0x62:
      return { until: RS, from: 6 };
    case 0x58:
      return head.length < 4 ? null : 4 + 3 * word(head, 2);
    case 0x6b:
      return head.length < 4 ? null : 4 + BAND_LINES * word(head, 2);
    case 0x4b:
      return head.length < 4 ? null : 4 + word(head, 2);
    default:
      return lengths[at(head, 1)] ?? 2;
  }
}

/** `ESC GS x`: codes, pictures, places in the line, alignment, information. */
function groupExtent(head: readonly number[]): Extent {
  if (head.length < 4) return null;
  switch (at(head, 2)) {
    case 0x29:
      return head.length < 6 ? null : 6 + word(head, 4);
    case 0x41:
    case 0x52:
      return 5;
    case 0x03:
      return 6;
    case 0x53:
      return head.length < 9 ? null : 9 + word(head, 4) * word(head, 6);
    case 0x78:
      return pdf417Extent(head);
    case 0x79:
      return qrExtent(head);
    default:
      return 4;
  }
}

function qrExtent(head: readonly number[]): Extent {
  if (at(head, 3) === 0x53) return 6;
  if (at(head, 3) !== 0x44) return 4;
  return head.length < 8 ? null : 8 + word(head, 6);
}

/** `ESC GS x S 0 n p1 p2`, other settings by one byte, `D nL nH d…`. */
function pdf417Extent(head: readonly number[]): Extent {
  if (at(head, 3) === 0x44) return head.length < 6 ? null : 6 + word(head, 4);
  if (at(head, 3) !== 0x53) return 4;
  if (head.length < 5) return null;
  return at(head, 4) === 0x30 ? 8 : 6;
}
