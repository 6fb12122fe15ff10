import type { RasterRow } from "#simulator/paper/paper.ts";
import { type ColumnLayout, columnImage } from "../printing/column-image.ts";
import type { Modes } from "../printing/modes.ts";

/** `ESC * m`: 8 dots a column, of three dots each on paper, or 24; single or double density. */
const layouts: Readonly<Record<number, ColumnLayout>> = {
  0: { bytesPerColumn: 1, scaleX: 2, scaleY: 3 },
  1: { bytesPerColumn: 1, scaleX: 1, scaleY: 3 },
  32: { bytesPerColumn: 3, scaleX: 2, scaleY: 1 },
  33: { bytesPerColumn: 3, scaleX: 1, scaleY: 1 },
};

/**
 * `ESC * m nL nH d…`: a strip of a picture in the print buffer, printed by the line feed; strips of
 * the same kind stand side by side.
 *
 * Source: Epson ESC/POS command reference, ESC *.
 */
export class BitImage {
  #columns: number[] = [];
  #layout: ColumnLayout | null = null;

  get isEmpty(): boolean {
    return this.#layout === null;
  }

  /** Whether the strip may stand beside the one that waits. */
  fits(command: Uint8Array): boolean {
    return this.#layout === null || this.#layout === layouts[command[2] ?? 0];
  }

  /** False: there is no such mode. */
  take(command: Uint8Array): boolean {
    const layout = layouts[command[2] ?? 0];
    if (layout === undefined) return false;
    this.#layout = layout;
    this.#columns.push(...command.subarray(5));
    return true;
  }

  flush(modes: Modes): RasterRow | null {
    const [layout, columns] = [this.#layout, Uint8Array.from(this.#columns)];
    this.clear();
    return layout === null ? null : columnImage(columns, layout, modes);
  }

  clear(): void {
    this.#columns = [];
    this.#layout = null;
  }
}
