import { type DrawnCharacter, FONT_CELLS } from "#simulator/paper/paper.ts";

/** Two bytes a row, bit 7 of the first its left dot; 24 rows. */
const BYTES = 48;
/** `ESC & c1 c2 n`. */
const HEAD_BYTES = 5;

const isOne = (n: number | undefined) => n === 1 || n === 0x31;
const isPlace = (c1: number | undefined, n = 0) => isOne(c1) && n >= 0x20 && n <= 0x7f;

/**
 * How long `ESC & c1 c2 n d1…d48` is: what follows a character that cannot be, or that is deleted,
 * is text. Source: Star Line Mode Command Specifications, 3.3.7.
 */
export function downloadExtent(head: readonly number[]): number | null {
  const [, , c1, c2, n] = head;
  if (head.length < HEAD_BYTES) return null;
  return isPlace(c1, n) && isOne(c2) ? HEAD_BYTES + BYTES : HEAD_BYTES;
}

/** Characters of 12 x 24 that the host has drawn, under the keys of the modes. */
export class DownloadCharacters {
  #drawn: ReadonlyMap<string, DrawnCharacter> = new Map();

  get drawn(): ReadonlyMap<string, DrawnCharacter> {
    return this.#drawn;
  }

  obey([, , c1, c2 = 0, n = 0, ...rows]: Uint8Array): void {
    if (!isPlace(c1, n)) return;
    const drawn = new Map(this.#drawn);
    if (isOne(c2)) drawn.set(`A${n}`, drawnOf(rows));
    if (c2 === 0 || c2 === 0x30) drawn.delete(`A${n}`);
    this.#drawn = drawn;
  }

  clear(): void {
    this.#drawn = new Map();
  }
}

function drawnOf(rows: readonly number[]): DrawnCharacter {
  const { width, height } = FONT_CELLS.A;
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = rows[2 * y + (x >> 3)] ?? 0;
      dots[y * width + x] = (byte >> (7 - (x & 7))) & 1;
    }
  }
  return { width, height, dots };
}
