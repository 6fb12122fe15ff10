import type { Matrix } from "#simulator/paper/bwipp.ts";
import { within } from "./symbology.ts";

/** What GS1 DataBar and composite symbols that stack their rows have in common. */
export interface StackedSettings {
  readonly moduleDots: number;
  /** Of an expanded stacked symbol, in dots; 0: the print area. */
  readonly maxWidth: number;
}

/** Functions 67 and 71 of both. */
export const stackedSets = {
  67: ([n = 0]: Uint8Array) => within(n, [2, 8], { moduleDots: n }),
  71: ([low = 0, high = 0]: Uint8Array) => {
    const n = low + 256 * high;
    return n === 0 ? { maxWidth: 0 } : within(n, [106, 3952], { maxWidth: n });
  },
};

/** A row of an expanded stacked symbol holds an even number of segments. */
const SEGMENTS_MAX = 22;

/** The symbol with as many segments in a row as the width allows; the narrowest when none does. */
export function widest(
  { moduleDots, maxWidth }: StackedSettings,
  areaWidth: number,
  draw: (options: { readonly segments: number }) => Matrix | null,
): Matrix | null {
  const most = maxWidth === 0 ? areaWidth : Math.min(maxWidth, areaWidth);
  let matrix: Matrix | null = null;
  for (let segments = SEGMENTS_MAX; segments >= 2; segments -= 2) {
    matrix = draw({ segments });
    if (matrix === null || matrix.width * moduleDots <= most) return matrix;
  }
  return matrix;
}
