// By its default export: `raw` alone is a symbology of that name.
import bwip from "bwip-js/node";

/** BWIPP's own, each named in its description of the symbology. */
type BwippOptions = Readonly<Record<string, number | boolean>>;

/**
 * The modules of a symbol, one character each, from BWIPP, the library that knows every symbology;
 * null when the symbology cannot hold the text.
 */
export function bwippBars(bcid: string, text: string, options?: BwippOptions): string | null {
  const drawn = draw(bcid, text, options);
  if (drawn === null || !("sbs" in drawn)) return null;
  // Widths of bars and gaps by turns, a bar first; a light edge begins with a bar of none.
  const elements = drawn.sbs.map((width, index) => (index % 2 === 0 ? "1" : "0").repeat(width));
  return elements.join("").replace(/^0+|0+$/g, "");
}

export interface Matrix {
  /** In modules. */
  readonly width: number;
  /** Row by row, 1 is dark. */
  readonly modules: readonly number[];
}

/** The same for stacked symbols; a row of modules stands once, however high it is printed. */
export function bwippMatrix(bcid: string, text: string, options?: BwippOptions): Matrix | null {
  const drawn = draw(bcid, text, options);
  return drawn !== null && "pixs" in drawn ? { width: drawn.pixx, modules: drawn.pixs } : null;
}

function draw(bcid: string, text: string, options: BwippOptions = {}) {
  try {
    return bwip.raw({ ...options, bcid, text })[0] ?? null;
  } catch (error) {
    // It throws a text of its own for each reason; the printer keeps silent about all of them.
    if (String(error).includes("bwipp.")) return null;
    throw error;
  }
}
