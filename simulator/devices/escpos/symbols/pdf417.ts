import { type Pdf417, pdf417Matrix } from "../../printing/pdf417.ts";
import { latin, nothing, type Symbology, storeData, within } from "./symbology.ts";

interface Settings extends Omit<Pdf417, "level"> {
  /** Function 69: a level of 0 to 8, or codewords of correction in tenths of the data. */
  readonly correction: { readonly level: number } | { readonly tenths: number };
}

/**
 * Source: Epson ESC/POS command reference, GS ( k functions 65 to 82. Columns that are left to the
 * printer are left to the library.
 */
export const pdf417: Symbology<Settings> = {
  name: "pdf417",
  identifier: 0x2f,
  initial: {
    ...nothing,
    columns: 0,
    rows: 0,
    moduleDots: 3,
    rowModules: 3,
    correction: { tenths: 1 },
    isTruncated: false,
  },
  sets: {
    ...storeData,
    65: ([n = 0]) => within(n, [0, 30], { columns: n }),
    66: ([n = 0]) => (n === 0 ? { rows: 0 } : within(n, [3, 90], { rows: n })),
    67: ([n = 0]) => within(n, [2, 8], { moduleDots: n }),
    68: ([n = 0]) => within(n, [2, 8], { rowModules: n }),
    69: ([m = 0, n = 0]) =>
      m === 48
        ? within(n, [48, 56], { correction: { level: n - 48 } })
        : within(n, [1, 40], { correction: { tenths: n } }),
    70: ([m = 0]) => within(m, [0, 1], { isTruncated: m === 1 }),
  },
  draw(settings) {
    const { data, moduleDots, rowModules, correction } = settings;
    const level =
      "level" in correction
        ? correction.level
        : levelOfShare(correction.tenths, { ...settings, level: 0 });
    const matrix = data.length === 0 ? null : pdf417Matrix({ ...settings, level });
    const moduleY = moduleDots * rowModules;
    return matrix && { matrix, moduleX: moduleDots, moduleY, says: `pdf417 ${latin(data)}` };
  },
};

/** The most codewords of correction for which each level, from 1 on, is enough. */
const enough = [3, 10, 20, 45, 100, 200, 400];
/** A row of PDF417 is 17 modules a column, and 69 for start, stop and indicators. */
const [COLUMN_MODULES, EDGE_MODULES] = [17, 69];

/** The level for so many tenths of the codewords of data. */
function levelOfShare(tenths: number, symbol: Pdf417): number {
  const bare = pdf417Matrix({ ...symbol, columns: 0, rows: 0, isTruncated: false });
  if (bare === null) return 8;
  const columns = (bare.width - EDGE_MODULES) / COLUMN_MODULES;
  const codewords = columns * (bare.modules.length / bare.width);
  const level = enough.findIndex((most) => (codewords * tenths) / 10 <= most);
  return level === -1 ? 8 : level + 1;
}
