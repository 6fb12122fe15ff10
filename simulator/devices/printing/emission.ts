import type { DrawerEvent } from "../cash-drawer.ts";
import type { DisplayEvent } from "../customer-display.ts";
import type { Output } from "../device.ts";
import type { PrinterEvent } from "../printer-options.ts";

export type Emitted = PrinterEvent | DrawerEvent | DisplayEvent;

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
