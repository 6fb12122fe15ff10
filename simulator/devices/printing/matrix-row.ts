import type { Matrix } from "#simulator/paper/bwipp.ts";
import { type Label, labelDots, type RasterRow } from "#simulator/paper/paper.ts";
import { alignShift } from "./composer.ts";
import type { Modes } from "./modes.ts";
import type { Refused } from "./symbols.ts";

/** A two-dimensional symbol as it is to be printed. */
export interface DrawnSymbol {
  readonly matrix: Matrix;
  /** Dots of paper that a module takes each way. */
  readonly moduleX: number;
  readonly moduleY: number;
  /** Its name and what it holds. */
  readonly says: string;
  readonly label?: Label;
}

/** With the characters below it. */
export const sizeOf = ({ matrix, moduleX, moduleY, label }: DrawnSymbol) => ({
  widthDots: matrix.width * moduleX,
  heightDots: (matrix.modules.length / matrix.width) * moduleY + labelDots(label),
});

/** The symbol on paper, or that there is no room for it: a real printer then prints nothing. */
export function matrixRow(drawn: DrawnSymbol, modes: Modes): RasterRow | Refused {
  const size = sizeOf(drawn);
  const free = modes.areaWidth - size.widthDots;
  if (free < 0) return { refused: `${drawn.says.split(" ")[0]}: wider than the paper` };
  return {
    kind: "raster",
    xDots: modes.leftMargin + alignShift(modes.align, free),
    ...size,
    bits: packed(drawn.matrix),
    scaleX: drawn.moduleX,
    scaleY: drawn.moduleY,
    says: drawn.says,
    ...(drawn.label === undefined ? {} : { label: drawn.label }),
  };
}

/** Eight modules a byte, each row in whole bytes. */
function packed({ width, modules }: Matrix): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array((modules.length / width) * stride);
  modules.forEach((module, index) => {
    const x = index % width;
    const at = Math.floor(index / width) * stride + (x >> 3);
    if (module === 1) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
  });
  return bits;
}
