import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import type { Driver, Output } from "#drivers/driver.ts";
import { POSIFLEX_CLOSED, POSIFLEX_REPORT_BYTES } from "#drivers/wire/drawers.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** UnifiedPOS wants a switch seen within moments; the report costs the drawer nothing. */
const ASK_EVERY_MS = 500;
const REPORT_TYPE_OUTPUT = 2;
const UNNUMBERED = 0;

export type PosiflexDrawer = 1 | 2;
/**
 * Every command that can leave here. F0 enters the drawer's boot loader, from which only its maker
 * gets it back: that it cannot be written is a matter of this type.
 */
type PosiflexCommand = 1 | 2 | 3;

const opens = { 1: 1, 2: 2 } as const satisfies Record<PosiflexDrawer, PosiflexCommand>;
const asks = { 1: 2, 2: 3 } as const satisfies Record<PosiflexDrawer, PosiflexCommand>;

/** A Posiflex USB cash drawer: reports of 120 bytes, of which two speak. */
export class PosiflexHid implements Driver<DrawerCommand, DrawerSignal> {
  readonly #drawer: PosiflexDrawer;
  #isLinked = false;
  #isOpen: boolean | null = null;
  #askAt: Millis | null = null;

  constructor(drawer: PosiflexDrawer = 1) {
    this.#drawer = drawer;
  }

  get deadline(): Millis | null {
    return this.#askAt;
  }

  /** Nothing is written: whoever opens a port by mistake must not open a drawer with it. */
  open(now: Millis): Output<DrawerSignal> {
    this.#isLinked = true;
    this.#isOpen = null;
    this.#askAt = millis(now + ASK_EVERY_MS);
    return nothing;
  }

  /** One report: `(n << 4) | closed`. The first byte speaks, the rest is filling. */
  receive([first]: Uint8Array, _now: Millis): Output<DrawerSignal> {
    if (first === undefined || first >> 4 !== this.#drawer) return nothing;
    const open = (first & POSIFLEX_CLOSED) === 0;
    if (open === this.#isOpen) return nothing;
    this.#isOpen = open;
    return { writes: [], signals: [{ type: "DrawerSensed", open }] };
  }

  obey({ kickId }: DrawerCommand, _now: Millis): Output<DrawerSignal> {
    if (!this.#isLinked) return { writes: [], signals: [{ type: "DrawerKickFailed", kickId }] };
    const writes = [report(this.#drawer, opens[this.#drawer])];
    return { writes, signals: [{ type: "DrawerKicked", kickId }] };
  }

  wake(now: Millis): Output<DrawerSignal> {
    if (this.#askAt === null || now < this.#askAt) return nothing;
    this.#askAt = millis(now + ASK_EVERY_MS);
    return { writes: [report(this.#drawer, asks[this.#drawer])], signals: [] };
  }

  close(_now: Millis): Output<DrawerSignal> {
    this.#isLinked = false;
    this.#askAt = null;
    return nothing;
  }
}

/** As the HID link takes it: `[report type, report id, …data]`. */
function report(drawer: PosiflexDrawer, command: PosiflexCommand): Uint8Array {
  const bytes = new Uint8Array(2 + POSIFLEX_REPORT_BYTES);
  bytes.set([REPORT_TYPE_OUTPUT, UNNUMBERED, drawer, command]);
  return bytes;
}

const nothing: Output<never> = { writes: [], signals: [] };
