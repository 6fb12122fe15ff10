/**
 * A Posiflex cash drawer on USB, at the level of HID reports. It speaks when it is asked. One
 * command is deadly: it enters the boot loader, from which only its maker gets it back.
 *
 * Source: posiflex-hidcd README, as `drivers/wire/drawers.ts` has it. How wide it drives its coil
 * is a guess; the second drawer of the pair is not there.
 */

import { POSIFLEX_CLOSED, POSIFLEX_REPORT_BYTES } from "#drivers/wire/drawers.ts";
import { REPORT_TYPE_OUTPUT } from "#drivers/wire/hid-pos.ts";
import type { Millis } from "#state/base/units.ts";
import { CashDrawer, type DrawerAction, type DrawerEvent } from "./cash-drawer.ts";
import type { Output } from "./device.ts";

export type PosiflexEvent =
  | DrawerEvent
  | { readonly kind: "report ignored"; readonly bytes: number }
  | { readonly kind: "boot loader entered" };

const DRAWER = 1;
const OPEN = DRAWER;
const STATUS = DRAWER + 1;
const BOOT_LOADER = 0xf0;
const PULSE_MS = 100;

export class PosiflexDrawer {
  readonly drawer = new CashDrawer();
  readonly deadline = null;
  #isOn = true;
  #isLost = false;

  /** Whether somebody has sent it into its boot loader: it is deaf from then on. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /** One report from the host: `[report type, report id, drawer, command, …]`. */
  receive([type, id, drawer, command, ...rest]: Uint8Array, now: Millis): Output<PosiflexEvent> {
    if (!this.#isOn || this.#isLost) return nothing;
    this.drawer.settle(now);
    if (command === BOOT_LOADER) {
      this.#isLost = true;
      return { writes: [], events: [{ kind: "boot loader entered" }] };
    }
    const isOurs = type === REPORT_TYPE_OUTPUT && id === 0 && drawer === DRAWER;
    if (isOurs && command === OPEN) {
      return { writes: [], events: [this.drawer.pulse(2, PULSE_MS, now)] };
    }
    if (isOurs && command === STATUS) return { writes: [this.#status()], events: [] };
    return { writes: [], events: [{ kind: "report ignored", bytes: rest.length + 4 }] };
  }

  act(action: DrawerAction, now: Millis): Output<PosiflexEvent> {
    const event = this.drawer.act(action, now);
    return { writes: [], events: event === null ? [] : [event] };
  }

  wake(now: Millis): Output<PosiflexEvent> {
    this.drawer.settle(now);
    return nothing;
  }

  power(power: "on" | "off"): Output<PosiflexEvent> {
    this.#isOn = power === "on";
    return nothing;
  }

  #status(): Uint8Array {
    const report = new Uint8Array(POSIFLEX_REPORT_BYTES);
    report[0] = (DRAWER << 4) | (this.drawer.readsOpen ? 0 : POSIFLEX_CLOSED);
    return report;
  }
}

const nothing: Output<PosiflexEvent> = { writes: [], events: [] };
