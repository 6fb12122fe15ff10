import { XOFF, XON } from "#drivers/wire/escpos.ts";
import type { PrinterOptions } from "../printer-options.ts";
import type { Emission } from "./emission.ts";

/** Bytes of room at which it says that it is full, where no option says otherwise. */
const BUSY_BELOW = 16;
/** So many more, and it says that it is ready again. */
const READY_ABOVE = 10;

type FlowOptions = Pick<PrinterOptions, "saysXon" | "handshake" | "busyBelow">;

interface Busy {
  readonly isOn: boolean;
  readonly isOnline: boolean;
  /** In bytes. */
  readonly room: number;
}

/**
 * XOFF when the buffer is nearly full or the printer goes off line, XON when both are over. Nothing
 * is refused: what a host sends in spite of it is taken, or lost.
 *
 * Source: Epson TM-T88III technical manual, "XON/XOFF"; the numbers are its.
 */
export class FlowControl {
  readonly #emission: Emission;
  readonly #options: FlowOptions;
  #isBusy = false;

  constructor(emission: Emission, options: FlowOptions) {
    this.#emission = emission;
    this.#options = options;
  }

  get #busyBelow(): number {
    return this.#options.busyBelow ?? BUSY_BELOW;
  }

  /** It is switched on. */
  begin(): void {
    if (this.#options.saysXon ?? true) this.#emission.write(Uint8Array.of(XON));
  }

  /** To be called after anything that may have changed its room or its state. */
  notice({ isOn, isOnline, room }: Busy): void {
    if (this.#options.handshake !== "xon-xoff") return;
    const isBusy = isOn && (!isOnline || room < this.#busyBelow + (this.#isBusy ? READY_ABOVE : 0));
    // Without power nothing is said, and what was said is forgotten.
    if (isOn && isBusy !== this.#isBusy) this.#emission.write(Uint8Array.of(isBusy ? XOFF : XON));
    this.#isBusy = isBusy;
  }
}
