import { Bitmap } from "./bitmap.ts";

/** A closed line through its points; what it encloses is black (nonzero winding). */
export type Contour = readonly (readonly [x: number, y: number])[];

/** As a font file has it: y upwards from the base line. */
export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

/** Straight pieces for a curve; at 24 dots nobody sees more. */
const PIECES = 4;
/** Points looked at in each dot, each way. */
const FINE = 4;
/** A dot is burned when so much of it is covered. */
const COVERED = 0.4;

/** Curves of two and three points as straight lines. */
export function contoursOf(path: readonly PathCommand[]): readonly Contour[] {
  const contours: (readonly [number, number])[][] = [];
  let points: (readonly [number, number])[] = [];
  for (const { command, args } of path) {
    if (command === "moveTo") {
      points = [];
      contours.push(points);
    }
    if (command === "closePath") continue;
    const controls = pairs(args);
    const from = points.at(-1) ?? controls[0] ?? [0, 0];
    const isCurve = controls.length > 1;
    for (let piece = 1; piece <= (isCurve ? PIECES : 1); piece += 1) {
      points.push(along([from, ...controls], isCurve ? piece / PIECES : 1));
    }
  }
  return contours;
}

function pairs(args: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from({ length: args.length >> 1 }, (_, at) => [
    args[2 * at] ?? 0,
    args[2 * at + 1] ?? 0,
  ]);
}

/** A point of a Bézier curve, by halving it down (de Casteljau). */
function along(points: readonly (readonly [number, number])[], t: number) {
  let rest = points;
  while (rest.length > 1) {
    rest = rest.slice(1).map(([x, y], at) => {
      const [fromX, fromY] = rest[at] ?? [x, y];
      return [fromX + (x - fromX) * t, fromY + (y - fromY) * t] as const;
    });
  }
  return rest[0] ?? ([0, 0] as const);
}

/**
 * Fills contours, given in dots with y downwards.
 *
 * @param growth how far the black grows on every side, in quarters of a dot: thin strokes vanish
 */
export function fillContours(
  contours: readonly Contour[],
  width: number,
  height: number,
  growth: number,
): Bitmap {
  const fine = grown(fineFill(contours, width * FINE, height * FINE), growth);
  const bitmap = new Bitmap(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let covered = 0;
      for (let at = 0; at < FINE * FINE; at += 1) {
        if (fine.isDark(x * FINE + (at % FINE), y * FINE + ((at / FINE) | 0))) covered += 1;
      }
      if (covered >= COVERED * FINE * FINE) bitmap.set(x, y);
    }
  }
  return bitmap;
}

function fineFill(contours: readonly Contour[], width: number, height: number): Bitmap {
  const bitmap = new Bitmap(width, height);
  for (let y = 0; y < height; y += 1) {
    const level = (y + 0.5) / FINE;
    const crossings = contours.flatMap((contour) => crossingsOf(contour, level));
    crossings.sort((a, b) => a.x - b.x);
    let winding = 0;
    for (const [at, { x, turn }] of crossings.entries()) {
      winding += turn;
      const end = crossings[at + 1]?.x ?? x;
      if (winding === 0) continue;
      const from = Math.ceil(x * FINE - 0.5);
      bitmap.fill(from, y, Math.ceil(end * FINE - 0.5) - from, 1);
    }
  }
  return bitmap;
}

function crossingsOf(contour: Contour, level: number) {
  return contour.flatMap(([x, y], at) => {
    const [nextX, nextY] = contour[(at + 1) % contour.length] ?? [x, y];
    if (y <= level === nextY <= level) return [];
    return [{ x: x + ((level - y) / (nextY - y)) * (nextX - x), turn: y < nextY ? 1 : -1 }];
  });
}

function grown(bitmap: Bitmap, growth: number): Bitmap {
  const larger = new Bitmap(bitmap.width, bitmap.height);
  const size = 2 * growth + 1;
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      if (bitmap.isDark(x, y)) larger.fill(x - growth, y - growth, size, size);
    }
  }
  return larger;
}
