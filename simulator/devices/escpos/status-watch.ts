import type { DrawerEvent } from "../cash-drawer.ts";
import type { Output } from "../device.ts";
import type { PrinterEvent } from "../printer-options.ts";
import { type Condition, isOnline, statusBlock, watchedBits } from "./status.ts";

export type Emitted = PrinterEvent | DrawerEvent;

/** What a step has produced so far. */
export class Emission {
  #writes: Uint8Array[] = [];
  #events: Emitted[] = [];

  write(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#writes.push(bytes);
  }

  tell(...events: readonly Emitted[]): void {
    this.#events.push(...events);
  }

  collect(): Output<Emitted> {
    const output = { writes: this.#writes, events: this.#events };
    this.#writes = [];
    this.#events = [];
    return output;
  }
}

/** Automatic status back: tells the host of each change of what it asked to be told, `GS a n`. */
export class StatusWatch {
  readonly #emission: Emission;
  #n = 0;
  #last: Uint8Array;
  #wasOnline: boolean;

  constructor(emission: Emission, condition: Condition) {
    this.#emission = emission;
    this.#last = statusBlock(condition);
    this.#wasOnline = isOnline(condition);
  }

  /** `n` of 0 ends it; anything else is answered with the present status. */
  watch(n: number, condition: Condition): void {
    this.#n = n;
    this.#last = statusBlock(condition);
    if (n !== 0) this.#emission.write(this.#last);
  }

  /** To be called after anything that may have changed the condition. */
  notice(condition: Condition): void {
    if (isOnline(condition) !== this.#wasOnline) {
      this.#wasOnline = !this.#wasOnline;
      this.#emission.tell({ kind: this.#wasOnline ? "came on line" : "went off line" });
    }
    const block = statusBlock(condition);
    const hasChanged = watchedBits(this.#n).some(
      (bits, index) => (((block[index] ?? 0) ^ (this.#last[index] ?? 0)) & bits) !== 0,
    );
    this.#last = block;
    if (hasChanged) this.#emission.write(block);
  }
}
