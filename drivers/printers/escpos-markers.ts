import { fence, processId } from "#drivers/printers/commands.ts";
import { FENCE, processMark } from "#drivers/printers/escpos-answers.ts";
import type { Marker, Markers } from "#drivers/printers/marker.ts";

const marker = (): Marker => ({ ask: fence().bytes, answer: FENCE });

/** Fences, which are all alike. */
export const fences: Markers = {
  next: marker,
  atRest: marker,
  heard: () => true,
};

/**
 * Numbers of `GS ( H`, so that the answer to another job confirms nothing: four characters of 0-9
 * and A-Z, counted on from a seed. They repeat after 1.6 million.
 */
export class ProcessIds implements Markers {
  #next: number;

  /** @param seed any integer */
  constructor(seed: number) {
    this.#next = Math.abs(Math.trunc(seed)) % 36 ** 4;
  }

  next(): Marker {
    const id = this.#next.toString(36).toUpperCase().padStart(4, "0");
    this.#next = (this.#next + 1) % 36 ** 4;
    const bytes = Uint8Array.from(id, (character) => character.charCodeAt(0));
    return { ask: processId(bytes).bytes, answer: processMark(id) };
  }

  atRest(): Marker {
    return this.next();
  }

  /** An id says which question it answers, so there is nothing to keep. */
  heard(): boolean {
    return true;
  }
}
