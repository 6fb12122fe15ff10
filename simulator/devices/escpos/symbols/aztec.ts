import { bwippMatrix } from "#simulator/paper/bwipp.ts";
import { latin, nothing, type Stored, type Symbology, storeData, within } from "./symbology.ts";

interface Settings extends Stored {
  readonly format: "full" | "compact";
  /** 0: as many as the data need. */
  readonly layers: number;
  readonly moduleDots: number;
  /** In percent. */
  readonly correction: number;
}

/**
 * Source: Epson ESC/POS command reference, GS ( k functions 566 to 582. The identifier of its size
 * is a guess.
 */
export const aztec: Symbology<Settings> = {
  name: "aztec",
  identifier: 0x51,
  initial: { ...nothing, format: "full", layers: 0, moduleDots: 3, correction: 23 },
  sets: {
    ...storeData,
    66: ([n1 = 0, n2 = 0]) => {
      const isCompact = (n1 & 0x0f) === 1;
      const format = isCompact ? "compact" : "full";
      if (n2 === 0) return { format, layers: 0 };
      return within(n2, isCompact ? [1, 4] : [4, 32], { format, layers: n2 });
    },
    67: ([n = 0]) => within(n, [2, 16], { moduleDots: n }),
    69: ([n = 0]) => within(n, [5, 95], { correction: n }),
  },
  draw({ data, format, layers, moduleDots, correction }) {
    const text = latin(data);
    const matrix =
      data.length === 0
        ? null
        : bwippMatrix("azteccode", text, {
            format,
            eclevel: correction,
            binarytext: true,
            ...(layers === 0 ? {} : { layers }),
          });
    return matrix && { matrix, moduleX: moduleDots, moduleY: moduleDots, says: `aztec ${text}` };
  },
};
