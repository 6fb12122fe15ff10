import { bwippMatrix, type Matrix } from "#simulator/paper/bwipp.ts";
import type { RasterRow } from "#simulator/paper/paper.ts";
import { matrixRow } from "./matrix-row.ts";
import type { Modes } from "./modes.ts";
import type { Refused } from "./symbols.ts";

/** How a PDF417 is drawn; columns and rows of 0 are left to the library. */
export interface Pdf417 {
  readonly columns: number;
  readonly rows: number;
  readonly moduleDots: number;
  /** The height of a row, in modules. */
  readonly rowModules: number;
  /** Null: the library's advice for the amount of data. */
  readonly level: number | null;
  readonly isTruncated: boolean;
  readonly data: Uint8Array;
}

/** The symbol on paper, or why there is none. */
export function pdf417Row(symbol: Pdf417, modes: Modes): RasterRow | Refused {
  const { moduleDots, rowModules, data } = symbol;
  if (data.length === 0) return { refused: "PDF417: nothing stored" };
  const matrix = pdf417Matrix(symbol);
  if (matrix === null) return { refused: "PDF417: the data do not fit" };
  const says = `pdf417 ${String.fromCharCode(...data)}`;
  return matrixRow({ matrix, moduleX: moduleDots, moduleY: moduleDots * rowModules, says }, modes);
}

/** The modules, each row of them once; null when the data do not fit. */
export function pdf417Matrix({ columns, rows, level, isTruncated, data }: Pdf417): Matrix | null {
  return bwippMatrix(isTruncated ? "pdf417compact" : "pdf417", String.fromCharCode(...data), {
    columns,
    rows,
    rowmult: 1,
    binarytext: true,
    ...(level === null ? {} : { eclevel: level }),
  });
}
