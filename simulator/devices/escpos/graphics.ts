import { GS_PAREN } from "#drivers/wire/escpos.ts";
import type { RasterRow } from "#simulator/paper/paper.ts";
import type { Modes } from "../printing/modes.ts";
import { type Dots, rasterDots } from "../printing/raster.ts";
import type { Refused } from "../printing/symbols.ts";

const STORE = 112;
/** Function 50 has an older number, 2. */
const PRINT: readonly number[] = [2, 50];

/**
 * `GS ( L` and, with a four-byte length, `GS 8 L`: function 112 stores a picture in the print
 * buffer, function 50 prints it once and empties the buffer.
 *
 * Source: Epson ESC/POS command reference, GS ( L functions 50 and 112.
 */
export class GraphicsStore {
  #stored: Dots | null = null;

  reset(): void {
    this.#stored = null;
  }

  /** What comes out: a picture, nothing (null), or why not. */
  obey(command: Uint8Array, modes: Modes): RasterRow | Refused | null {
    const head = command[1] === GS_PAREN ? 5 : 7;
    const [m, fn] = [command[head], command[head + 1] ?? 0];
    if (m !== 48) return { refused: `GS ( L: m ${m ?? "missing"}` };
    if (fn === STORE) return this.#store(command.subarray(head + 2));
    return PRINT.includes(fn) ? this.#print(modes) : { refused: `GS ( L: function ${fn}` };
  }

  #store(data: Uint8Array): Refused | null {
    const [tone, scaleX = 0, scaleY = 0, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = data;
    const stride = Math.ceil((xLow + 256 * xHigh) / 8);
    const lines = yLow + 256 * yHigh;
    const isScaled = (scale: number) => scale === 1 || scale === 2;
    if (tone !== 48) return { refused: "GS ( L: a picture in grey" };
    if (!isScaled(scaleX) || !isScaled(scaleY)) return { refused: "GS ( L: no such scale" };
    if (stride * lines === 0 || data.length !== 8 + stride * lines) {
      return { refused: "GS ( L: the dots do not fit their size" };
    }
    this.#stored = { stride, lines, scaleX, scaleY, dots: data.slice(8) };
    return null;
  }

  #print(modes: Modes): RasterRow | Refused {
    const stored = this.#stored;
    this.#stored = null;
    return stored === null ? { refused: "GS ( L: nothing stored" } : rasterDots(stored, modes);
  }
}
