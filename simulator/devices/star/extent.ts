import { logosExtent } from "../printing/logos.ts";
import type { Extent } from "../printing/tokenizer.ts";
import { downloadExtent } from "./download-characters.ts";
import { BAND_LINES } from "./pictures.ts";

const ESC = 0x1b;
const RS = 0x1e;
const [RASTER_LINE, RASTER_OVERLAY] = [0x62, 0x6b];

const at = (head: readonly number[], index: number) => head[index] ?? 0;
const word = (head: readonly number[], index: number) =>
  at(head, index) + 256 * at(head, index + 1);
const from = (head: readonly number[], least: number, extent: () => number): Extent =>
  head.length < least ? null : extent();

/** Bytes of `ESC x` whose length is fixed, `ESC x` included. */
const lengths: Readonly<Record<number, number>> = {
  6: 3, 7: 4, 12: 3, 30: 4, 32: 3, 36: 3, 37: 3, 45: 3, 47: 3, 73: 3, 74: 3, 78: 3, 81: 3, 82: 3,
  87: 3, 95: 3, 97: 3, 100: 3, 104: 3, 105: 4, 108: 3, 115: 4, 116: 4, 122: 3,
}; // biome-ignore format: a table reads as a table

/** Bytes of `ESC GS x` likewise; others are four. */
const groupLengths: Readonly<Record<number, number>> = {
  3: 6, 7: 6, 25: 7, 65: 5, 82: 5, 99: 5,
}; // biome-ignore format: a table reads as a table

/** `ESC GS P n` of page mode, by n, which may be a digit. */
const pageLengths: Readonly<Record<number, number>> = { 2: 5, 3: 12, 4: 6, 5: 6 };

/**
 * How long each command of Star Line mode is; one that is not known is two bytes. Raster mode has
 * commands that begin with a letter, so it must be known whether the printer is in it.
 *
 * Source: Star Line Mode Command Specifications, chapter 3. `ESC GS S`, `ESC GS P` and ETX:
 * StarPRNT Command Specifications. The layout of `ESC GS y D 2` is a guess.
 */
export class StarSyntax {
  #isRaster = false;

  reset(): void {
    this.#isRaster = false;
  }

  extentOf(head: readonly number[]): Extent {
    if (head[0] !== ESC) return this.#plainExtent(head);
    if (head.length < 2) return null;
    switch (head[1]) {
      case 0x1c:
        return logoExtent(head);
      case 0x1d:
        return groupExtent(head);
      case 0x26:
        return downloadExtent(head);
      case 0x2a:
        return this.#rasterExtent(head);
      case 0x40:
        this.#isRaster = false;
        return 2;
      case 0x23:
        return { until: 0, from: 3 };
      case 0x3f:
      case 0x42:
      case 0x44:
        return { until: 0, from: 2 };
      case 0x43:
        return from(head, 3, () => (at(head, 2) === 0 ? 4 : 3));
      case 0x62:
        return { until: RS, from: 6 };
      case 0x58:
        return from(head, 4, () => 4 + 3 * word(head, 2));
      case 0x6b:
        return from(head, 4, () => 4 + BAND_LINES * word(head, 2));
      case 0x4b:
      case 0x4c:
        return from(head, 4, () => 4 + word(head, 2));
      default:
        return lengths[at(head, 1)] ?? 2;
    }
  }

  #plainExtent(head: readonly number[]): Extent {
    const isLine = this.#isRaster && (head[0] === RASTER_LINE || head[0] === RASTER_OVERLAY);
    return isLine ? from(head, 3, () => 3 + word(head, 1)) : 1;
  }

  /** `ESC * r x`, behind some a number in ASCII and NUL. */
  #rasterExtent(head: readonly number[]): Extent {
    if (head.length < 4) return null;
    if (at(head, 2) !== 0x72) return 2;
    switch (String.fromCharCode(at(head, 3))) {
      case "A":
        this.#isRaster = true;
        return 4;
      case "B":
        this.#isRaster = false;
        return 4;
      case "C":
      case "R":
        return 4;
      default:
        return { until: 0, from: 4 };
    }
  }
}

/** `ESC FS p n m`, and `ESC FS q` with all that is to be kept. */
function logoExtent(head: readonly number[]): Extent {
  if (head.length < 3) return null;
  if (at(head, 2) === 0x71) return logosExtent(head, 3);
  return at(head, 2) === 0x70 ? 5 : 2;
}

/** `ESC GS + m [t nL nH d…]…`. */
function macrosExtent(head: readonly number[]): Extent {
  if (head.length < 4) return null;
  let end = 4;
  for (let left = at(head, 3); left > 0; left -= 1) {
    if (head.length < end + 3) return null;
    end += 3 + word(head, end + 1);
  }
  return end;
}

/** `ESC GS x`: codes, pictures, places in the line, alignment, information. */
function groupExtent(head: readonly number[]): Extent {
  if (head.length < 4) return null;
  switch (at(head, 2)) {
    case 0x23:
      return { until: 0, from: 4 };
    case 0x2b:
      return macrosExtent(head);
    case 0x29:
      return from(head, 6, () => 6 + word(head, 4));
    case 0x50:
      return pageLengths[at(head, 3) & 0x0f] ?? 4;
    case 0x53:
      return from(head, 9, () => 9 + word(head, 4) * word(head, 6));
    case 0x78:
      return pdf417Extent(head);
    case 0x79:
      return qrExtent(head);
    default:
      return groupLengths[at(head, 2)] ?? 4;
  }
}

/** `S n n`, `D 1 m nL nH d…`, and `D 2 a` with a parts `m nL nH d…`. */
function qrExtent(head: readonly number[]): Extent {
  if (at(head, 3) === 0x53) return 6;
  if (at(head, 3) !== 0x44) return 4;
  if (at(head, 4) !== 0x32) return from(head, 8, () => 8 + word(head, 6));
  if (head.length < 6) return null;
  let end = 6;
  for (let part = 0; part < at(head, 5); part += 1) {
    if (head.length < end + 3) return null;
    end += 3 + word(head, end + 1);
  }
  return end;
}

/** `ESC GS x S 0 n p1 p2`, other settings by one byte, `D nL nH d…`. */
function pdf417Extent(head: readonly number[]): Extent {
  if (at(head, 3) === 0x44) return from(head, 6, () => 6 + word(head, 4));
  if (at(head, 3) !== 0x53) return 4;
  return from(head, 5, () => (at(head, 4) === 0x30 ? 8 : 6));
}
