import type { RasterRow } from "#simulator/paper/paper.ts";
import { logosOf } from "../printing/logos.ts";
import type { Modes } from "../printing/modes.ts";
import { type Picture, pictureRow, scaleOf } from "../printing/raster.ts";
import { numberIn } from "./arguments.ts";

/** Instead of a way to print them all: they are all deleted. */
const DELETE = 255;

/** What comes of what is kept in NV memory: pictures to print, and that the printer starts anew. */
export interface KeptOrder {
  readonly pictures: readonly Picture[];
  readonly m: number;
  readonly writes: boolean;
  readonly restarts: boolean;
}

/** It was written, and counts from the next start on, which is now. */
export const REWRITTEN: KeptOrder = { pictures: [], m: 0, writes: true, restarts: true };

const [PRINT, REGISTER] = [0x70, 0x71];

/** `ESC FS p` or `ESC FS q`. */
export const isLogo = ([, , which]: Uint8Array) => which === PRINT || which === REGISTER;

/** Logos in NV memory. Source: Star Line Mode Command Specifications, 3.3.9. */
export class Logos {
  #all: readonly Picture[] = [];

  /** `ESC FS q` keeps those it brings and no other; `ESC FS p n m` prints one. Null: no such. */
  obey(command: Uint8Array): KeptOrder | null {
    const [, , which, n = 0, mode] = command;
    if (which === REGISTER) {
      this.#all = logosOf(command, 3);
      return REWRITTEN;
    }
    const m = numberIn(mode, 3);
    if (n === 0 || m === null) return null;
    return { pictures: this.#all.slice(n - 1, n), m, writes: false, restarts: false };
  }

  /** `ESC RS L m`. */
  obeyBatch([, , , mode]: Uint8Array): KeptOrder | null {
    if (mode === DELETE) {
      this.#all = [];
      return REWRITTEN;
    }
    const m = numberIn(mode, 3);
    return m === null ? null : { pictures: this.#all, m, writes: false, restarts: true };
  }
}

export const logoRows = ({ pictures, m }: KeptOrder, modes: Modes): readonly RasterRow[] =>
  pictures.map((picture) => pictureRow(picture, scaleOf(m), modes));
