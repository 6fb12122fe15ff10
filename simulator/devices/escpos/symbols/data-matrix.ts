import { bwippMatrix } from "#simulator/paper/bwipp.ts";
import { latin, nothing, type Stored, type Symbology, storeData, within } from "./symbology.ts";

interface Settings extends Stored {
  readonly format: "square" | "rectangle";
  /** Rows and columns of modules; 0: as many as the data need. */
  readonly rows: number;
  readonly columns: number;
  readonly moduleDots: number;
}

/**
 * ECC 200. Source: Epson ESC/POS command reference, GS ( k functions 666 to 682. The identifier of
 * its size is a guess.
 */
export const dataMatrix: Symbology<Settings> = {
  name: "datamatrix",
  identifier: 0x52,
  initial: { ...nothing, format: "square", rows: 0, columns: 0, moduleDots: 3 },
  sets: {
    ...storeData,
    66: ([m = 0, d1 = 0, d2 = 0]) =>
      (m & 0x0f) === 1
        ? { format: "rectangle", rows: d1, columns: d2 }
        : { format: "square", rows: d1, columns: d1 },
    67: ([n = 0]) => within(n, [2, 16], { moduleDots: n }),
  },
  draw({ data, format, rows, columns, moduleDots }) {
    const text = latin(data);
    const size = { ...(rows === 0 ? {} : { rows }), ...(columns === 0 ? {} : { columns }) };
    const matrix =
      data.length === 0
        ? null
        : bwippMatrix("datamatrix", text, { format, binarytext: true, ...size });
    return (
      matrix && { matrix, moduleX: moduleDots, moduleY: moduleDots, says: `datamatrix ${text}` }
    );
  },
};
