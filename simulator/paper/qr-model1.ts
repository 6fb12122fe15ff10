/**
 * QR codes of model 1, the first there were: up to version 14, no alignment patterns, codewords in
 * blocks of 2 x 4 modules. What stands in the extension patterns at the right and lower edge is a
 * guess; readers pass them over.
 *
 * Source: ISO/IEC 18004:2000, annex M, as zxing-cpp reads it.
 */
import { Bitmap } from "./bitmap.ts";
import type { QrLevel, QrModules } from "./qr.ts";
import { qrBits } from "./qr-bits.ts";
import { correction } from "./reed-solomon.ts";

/** Codewords of correction a block, blocks, and codewords of data a block, for L, M, Q and H. */
type Row = readonly (readonly [correction: number, blocks: number, data: number])[];

/** By version, from 1. */
const versions: readonly Row[] = [
  [[7, 1, 19], [10, 1, 16], [13, 1, 13], [17, 1, 9]],
  [[10, 1, 36], [16, 1, 30], [22, 1, 24], [30, 1, 16]],
  [[15, 1, 57], [28, 1, 44], [36, 1, 36], [48, 1, 24]],
  [[20, 1, 80], [40, 1, 60], [50, 1, 50], [66, 1, 34]],
  [[26, 1, 108], [52, 1, 82], [66, 1, 68], [44, 2, 23]],
  [[34, 1, 136], [32, 2, 53], [42, 2, 43], [56, 2, 29]],
  [[42, 1, 170], [40, 2, 66], [52, 2, 54], [46, 3, 24]],
  [[24, 2, 104], [48, 2, 80], [64, 2, 64], [56, 3, 29]],
  [[30, 2, 123], [60, 2, 93], [50, 3, 52], [68, 3, 34]],
  [[34, 2, 145], [68, 2, 111], [58, 3, 61], [58, 4, 31]],
  [[40, 2, 168], [40, 4, 64], [52, 4, 52], [54, 5, 29]],
  [[46, 2, 192], [46, 4, 73], [58, 4, 61], [62, 5, 33]],
  [[36, 3, 144], [52, 4, 83], [66, 4, 69], [58, 6, 32]],
  [[40, 3, 163], [60, 4, 92], [60, 5, 62], [66, 6, 35]],
]; // biome-ignore format: a table reads as a table

const columns: Readonly<Record<QrLevel, number>> = { L: 0, M: 1, Q: 2, H: 3 };
/** In the format information. */
const levelBits: Readonly<Record<QrLevel, number>> = { L: 1, M: 0, Q: 3, H: 2 };

/** Null: more data than version 14 holds. */
export function qrModel1(data: Uint8Array, level: QrLevel): QrModules | null {
  for (const [index, row] of versions.entries()) {
    const [perBlock, blocks, dataPerBlock] = row[columns[level]] ?? [0, 0, 0];
    const bits = qrBits(data, { version: index + 1, leadBits: 4, bytes: blocks * dataPerBlock });
    if (bits === null) continue;
    const codewords = withCorrection(bits, blocks, perBlock);
    return best(masks.map((_, mask) => symbol(index + 1, codewords, level, mask)));
  }
  return null;
}

/** Block behind block, then their corrections: unlike model 2, nothing is interleaved. */
function withCorrection(data: readonly number[], blocks: number, perBlock: number): number[] {
  const length = data.length / blocks;
  const parts = Array.from({ length: blocks }, (_, at) =>
    data.slice(at * length, (at + 1) * length),
  );
  return [...data, ...parts.flatMap((part) => correction(part, perBlock))];
}

type Mask = (x: number, y: number) => boolean;

const masks: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => ((y >> 1) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** As many dark modules as light ones: any mask can be read, this one most easily. */
function best(symbols: readonly Bitmap[]): QrModules {
  const off = ({ dots }: Bitmap) =>
    Math.abs(dots.length / 2 - dots.reduce((sum, dot) => sum + dot, 0));
  const [first = new Bitmap(0, 0), ...rest] = symbols;
  const chosen = rest.reduce((least, each) => (off(each) < off(least) ? each : least), first);
  return { size: chosen.width, modules: chosen.dots };
}

function symbol(version: number, codewords: readonly number[], level: QrLevel, mask: number) {
  const size = 17 + 4 * version;
  const modules = new Bitmap(size, size);
  drawPatterns(modules);
  drawFormat(modules, format(levelBits[level], mask));
  blocksOf(size).forEach((cells, at) => {
    cells.forEach(([x, y], bit) => {
      const isSet = (((codewords[at] ?? 0) >> (7 - bit)) & 1) === 1;
      modules.set(x, y, isSet !== (masks[mask]?.(x, y) ?? false));
    });
  });
  // The corner, in place of the first four bits.
  modules.fill(size - 2, size - 2, 2, 2);
  return modules;
}

type Cell = readonly [x: number, y: number];

/**
 * The modules of each codeword, its upper bit first; they go from right to left. Versions 13 and 14
 * have one or two more than codewords; those stay empty.
 */
function blocksOf(size: number): readonly (readonly Cell[])[] {
  const count = Math.floor(size / 4) + 3;
  return Array.from({ length: count }, (_, column) => {
    if (column <= 1) return rightOf(size, column);
    return count - column <= 4 ? leftOf(size, count - column) : middleOf(size, column, count);
  }).flat();
}

const cells = (x: number, y: number, wide: number): readonly Cell[] =>
  Array.from({ length: 8 }, (_, bit) => [x - (bit % wide), y - Math.floor(bit / wide)] as const);

/** Two columns of upright blocks; in the outer one every other place is an extension pattern. */
function rightOf(size: number, column: number): readonly (readonly Cell[])[] {
  const rows = Math.floor((size - 8) / 4);
  return Array.from({ length: rows }, (_, row) => {
    const isExtension = column === 0 && row % 2 === 0 && row > 0 && row < rows - 1;
    return isExtension ? [] : [cells(size - 1 - 2 * column, size - 1 - 4 * row, 2)];
  }).flat();
}

/** Four columns of upright blocks between the finders, and the timing pattern among them. */
function leftOf(size: number, left: number): readonly (readonly Cell[])[] {
  return Array.from({ length: Math.floor((size - 16) / 4) }, (_, row) =>
    cells((left - 1) * 2 + 1 + (left === 4 ? 1 : 0), size - 9 - 4 * row, 2),
  );
}

/** Columns of lying blocks, with extension patterns below and the timing pattern across. */
function middleOf(size: number, column: number, count: number): readonly (readonly Cell[])[] {
  const rows = Math.floor(size / 2);
  return Array.from({ length: rows }, (_, row) => {
    const isFinder = column === 2 && row >= rows - 4;
    const isExtension = row === 0 && column % 2 === 1 && column + 1 !== count - 4;
    if (isFinder || isExtension) return [];
    return [cells(size - 5 - (column - 2) * 4, size - 1 - 2 * row - (row >= rows - 3 ? 1 : 0), 4)];
  }).flat();
}

function drawPatterns(modules: Bitmap): void {
  const last = modules.width - 7;
  for (let at = 8; at < modules.width - 8; at += 2) {
    modules.set(at, 6);
    modules.set(6, at);
  }
  for (const [x, y] of [
    [0, 0],
    [last, 0],
    [0, last],
  ] as const) {
    modules.fill(x, y, 7, 7);
    modules.fill(x + 1, y + 1, 5, 5, false);
    modules.fill(x + 2, y + 2, 3, 3);
  }
}

/** Level and mask with ten bits of correction, and the pattern that tells model 1. */
function format(level: number, mask: number): number {
  const data = (level << 3) | mask;
  let rest = data << 10;
  for (let bit = 14; bit >= 10; bit -= 1) if ((rest >> bit) & 1) rest ^= 0x537 << (bit - 10);
  return ((data << 10) | rest) ^ 0x2825;
}

/** Around the upper left finder, and in two parts beside the others; the upper bit first. */
function drawFormat(modules: Bitmap, bits: number): void {
  const { width } = modules;
  const around: readonly Cell[] = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((x) => [x, 8] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((y) => [8, y] as const),
  ];
  const beside: readonly Cell[] = [
    ...Array.from({ length: 7 }, (_, at) => [8, width - 1 - at] as const),
    ...Array.from({ length: 8 }, (_, at) => [width - 8 + at, 8] as const),
  ];
  for (const places of [around, beside]) {
    places.forEach(([x, y], at) => {
      modules.set(x, y, ((bits >> (14 - at)) & 1) === 1);
    });
  }
  modules.set(8, width - 8);
}
