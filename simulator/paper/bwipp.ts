// By its default export: `raw` alone is a symbology of that name.
import bwip from "bwip-js/node";

/** BWIPP's own, each named in its description of the symbology. */
type BwippOptions = Readonly<Record<string, number | boolean | string>>;

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

/**
 * The same for symbols whose rows are of different heights, such as a bar code under a separator:
 * every row of modules as often as it is high.
 */
export function bwippStack(bcid: string, text: string, options?: BwippOptions): Matrix | null {
  return silent(() =>
    bwip.render({ ...options, bcid, text, scaleX: 1, scaleY: 1 }, new Outlines()),
  );
}

type Point = readonly [number, number];

/** What BWIPP draws at one dot a module: outlines along the grid, filled by the even-odd rule. */
class Outlines {
  #width = 0;
  #edges = new Uint8Array();

  scale(x: number, y: number): [number, number] {
    return [x, y];
  }

  measure() {
    return { width: 0, ascent: 0, descent: 0 };
  }

  init(width: number, height: number): void {
    this.#width = width;
    this.#edges = new Uint8Array((width + 1) * height);
  }

  polygon(points: readonly Point[]): void {
    points.forEach(([x, y], at) => {
      const [toX, toY] = points[(at + 1) % points.length] ?? [x, y];
      if (toX === x) this.#cross(x, Math.min(y, toY), Math.max(y, toY));
    });
  }

  line(): void {}

  hexagon(): void {}

  ellipse(): void {}

  fill(): void {}

  text(): void {}

  end(): Matrix {
    const modules: number[] = [];
    for (let at = 0; at < this.#edges.length; at += this.#width + 1) {
      let isDark = 0;
      for (const edge of this.#edges.subarray(at, at + this.#width)) {
        isDark ^= edge;
        modules.push(isDark);
      }
    }
    return { width: this.#width, modules };
  }

  #cross(x: number, from: number, to: number): void {
    for (let y = from; y < to; y += 1) {
      const at = y * (this.#width + 1) + x;
      this.#edges[at] = (this.#edges[at] ?? 0) ^ 1;
    }
  }
}

/** Which hexagons of a MaxiCode are dark, counted row by row. */
export function bwippHexagons(
  bcid: string,
  text: string,
  options?: BwippOptions,
): readonly number[] | null {
  const drawn = draw(bcid, text, options);
  return drawn !== null && "pixs" in drawn ? drawn.pixs : null;
}

function draw(bcid: string, text: string, options: BwippOptions = {}) {
  return silent(() => bwip.raw({ ...options, bcid, text })[0] ?? null);
}

/**
 * It throws a text of its own for each reason, and trips over data that its checks let pass, such
 * as an application identifier that is no number. The printer keeps silent about all of them.
 */
function silent<Drawn>(act: () => Drawn): Drawn | null {
  try {
    return act();
  } catch {
    return null;
  }
}
