/**
 * A cash drawer with a line of its own: a box that drives the coil on a byte, and perhaps tells the
 * switch. The drawer behind it is any cash drawer, with all that can go wrong with one.
 *
 * Sources: trigger box leaflets; IBM 4840-563 and ACODE manuals.
 */
import {
  ACODE_OPEN,
  DRAWER_TRIGGER,
  IBM_4840_OPEN,
  IBM_4840_SECOND,
  IBM_4840_STATUS,
} from "#drivers/wire/drawers.ts";
import { type Millis, millis } from "#state/base/units.ts";
import { CashDrawer, type DrawerAction, type DrawerEvent } from "./cash-drawer.ts";
import type { Output } from "./device.ts";

/**
 * `trigger`: opens on one byte, or on any; `ibm-4840`: answers `06`, and its second socket wants
 * `1B` in front of each; `acode`: repeats 00.
 */
export const boxTongues = ["trigger", "any-byte", "ibm-4840", "ibm-4840-second", "acode"] as const;
export type BoxTongue = (typeof boxTongues)[number];

export type BoxAction = DrawerAction | { readonly kind: "speaks"; readonly speaks: BoxTongue };

export type BoxEvent = DrawerEvent | { readonly kind: "box ignored"; readonly bytes: number };

const PULSE_MS = 100;
const REPEAT_MS = 200;

export class DrawerBox {
  readonly drawer = new CashDrawer();
  #speaks: BoxTongue;
  /** The byte before was `1B`. */
  #isForSecond = false;
  #repeatAt: Millis | null = null;

  constructor({ speaks = "trigger" }: { readonly speaks?: BoxTongue } = {}) {
    this.#speaks = speaks;
  }

  get speaks(): BoxTongue {
    return this.#speaks;
  }

  get deadline(): Millis | null {
    return this.#repeatAt;
  }

  receive(bytes: Uint8Array, now: Millis): Output<BoxEvent> {
    const writes: Uint8Array[] = [];
    const events: BoxEvent[] = [];
    let ignored = 0;
    this.drawer.settle(now);
    for (const byte of bytes) {
      const meaning = this.#meaningOf(byte);
      if (meaning === "status") writes.push(Uint8Array.of(this.drawer.readsOpen ? 1 : 0));
      else if (meaning === "open") events.push(this.drawer.pulse(2, PULSE_MS, now));
      else if (meaning === null) ignored += 1;
    }
    if (ignored > 0) events.push({ kind: "box ignored", bytes: ignored });
    return { writes: [...writes, ...this.#say(now)], events };
  }

  act(action: BoxAction, now: Millis): Output<BoxEvent> {
    if (action.kind === "speaks") this.#speaks = action.speaks;
    const event = action.kind === "speaks" ? null : this.drawer.act(action, now);
    return { writes: this.#say(now), events: event === null ? [] : [event] };
  }

  wake(now: Millis): Output<BoxEvent> {
    return { writes: this.#say(now), events: [] };
  }

  #meaningOf(byte: number): "open" | "status" | "prefix" | null {
    switch (this.#speaks) {
      case "any-byte":
        return "open";
      case "trigger":
      case "acode":
        return byte === DRAWER_TRIGGER ? "open" : null;
      case "ibm-4840":
      case "ibm-4840-second":
        return this.#ibm(byte);
    }
  }

  #ibm(byte: number): "open" | "status" | "prefix" | null {
    const isForUs = this.#isForSecond === (this.#speaks === "ibm-4840-second");
    this.#isForSecond = byte === IBM_4840_SECOND;
    if (this.#isForSecond) return "prefix";
    if (!isForUs) return null;
    if (byte === IBM_4840_STATUS) return "status";
    return byte === IBM_4840_OPEN ? "open" : null;
  }

  /** ACODE says 00 as long as its switch reads open. */
  #say(now: Millis): readonly Uint8Array[] {
    const { drawer } = this;
    drawer.settle(now);
    if (this.#speaks !== "acode" || !this.#isWorthReading) {
      this.#repeatAt = null;
      return [];
    }
    if (this.#repeatAt !== null && now < this.#repeatAt) return [];
    this.#repeatAt = millis(now + REPEAT_MS);
    return drawer.readsOpen ? [Uint8Array.of(ACODE_OPEN)] : [];
  }

  /** A switch that reads shut and rests will not change by itself. */
  get #isWorthReading(): boolean {
    return this.drawer.readsOpen || this.drawer.deadline !== null;
  }
}
