/**
 * A cash drawer with a line of its own: a box that drives the coil on a byte, and perhaps tells the
 * switch. What can go wrong with it is a person's doing: a jam, a switch that sticks, a coil that
 * was driven until it is hot, contacts that bounce.
 *
 * Sources: trigger box leaflets; IBM 4840-563 and ACODE manuals; drive limits as for printers.
 */
import {
  ACODE_OPEN,
  DRAWER_TRIGGER,
  IBM_4840_OPEN,
  IBM_4840_STATUS,
} from "#drivers/wire/drawers.ts";
import { type Millis, millis } from "#state/base/units.ts";
import { CashDrawer, type DrawerEvent } from "./cash-drawer.ts";
import type { Output } from "./device.ts";

/** `trigger`: opens on one byte, or on any; `ibm-4840`: answers `06`; `acode`: repeats 00. */
export const boxTongues = ["trigger", "any-byte", "ibm-4840", "acode"] as const;
export type BoxTongue = (typeof boxTongues)[number];

export type BoxAction =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "jam"; readonly jammed: boolean }
  /** The switch stays where it is, wherever the tray goes. */
  | { readonly kind: "switch"; readonly stuck: boolean }
  | { readonly kind: "speaks"; readonly speaks: BoxTongue };

export type BoxEvent =
  | DrawerEvent
  | { readonly kind: "coil hot"; readonly driven: number }
  | { readonly kind: "box ignored"; readonly bytes: number };

const PULSE_MS = 100;
/** A coil bears 0.2 of any ten seconds. */
const WINDOW_MS = 10_000;
const ON_MS_MAX = 2000;
/** Contacts chatter for so long after the tray has moved, changing every so often. */
const BOUNCE_MS = 50;
const CHATTER_MS = 10;
const REPEAT_MS = 200;

export class DrawerBox {
  readonly #drawer = new CashDrawer();
  #speaks: BoxTongue;
  #isStuck = false;
  #stuckAt = false;
  #pulses: readonly number[] = [];
  #movedAt: number | null = null;
  #repeatAt: Millis | null = null;

  constructor({ speaks = "trigger" }: { readonly speaks?: BoxTongue } = {}) {
    this.#speaks = speaks;
  }

  get speaks(): BoxTongue {
    return this.#speaks;
  }

  get isOpen(): boolean {
    return this.#drawer.isOpen;
  }

  get isJammed(): boolean {
    return this.#drawer.isJammed;
  }

  get isStuck(): boolean {
    return this.#isStuck;
  }

  get openings(): number {
    return this.#drawer.openings;
  }

  get deadline(): Millis | null {
    return this.#repeatAt;
  }

  /** What the box reads of its switch at an instant. */
  readsOpen(now: Millis): boolean {
    if (this.#isStuck) return this.#stuckAt;
    const since = this.#movedAt === null ? BOUNCE_MS : now - this.#movedAt;
    const isFlipped = since < BOUNCE_MS && Math.floor(since / CHATTER_MS) % 2 === 0;
    return this.#drawer.isOpen !== isFlipped;
  }

  receive(bytes: Uint8Array, now: Millis): Output<BoxEvent> {
    const writes: Uint8Array[] = [];
    const events: BoxEvent[] = [];
    let ignored = 0;
    for (const byte of bytes) {
      if (this.#speaks === "ibm-4840" && byte === IBM_4840_STATUS) {
        writes.push(Uint8Array.of(this.readsOpen(now) ? 1 : 0));
      } else if (this.#opensOn(byte)) events.push(this.#drive(now));
      else ignored += 1;
    }
    if (ignored > 0) events.push({ kind: "box ignored", bytes: ignored });
    return { writes: [...writes, ...this.#say(now)], events };
  }

  act(action: BoxAction, now: Millis): Output<BoxEvent> {
    const event = this.#apply(action, now);
    return { writes: this.#say(now), events: event === null ? [] : [event] };
  }

  wake(now: Millis): Output<BoxEvent> {
    return { writes: this.#say(now), events: [] };
  }

  #opensOn(byte: number): boolean {
    if (this.#speaks === "any-byte") return true;
    return byte === (this.#speaks === "ibm-4840" ? IBM_4840_OPEN : DRAWER_TRIGGER);
  }

  #drive(now: Millis): BoxEvent {
    this.#pulses = this.#pulses.filter((at) => now - at < WINDOW_MS);
    const driven = (this.#pulses.length + 1) * PULSE_MS;
    if (driven > ON_MS_MAX) return { kind: "coil hot", driven };
    this.#pulses = [...this.#pulses, now];
    const event = this.#drawer.pulse(2, PULSE_MS);
    if (event.kind === "drawer opened") this.#movedAt = now;
    return event;
  }

  #apply(action: BoxAction, now: Millis): BoxEvent | null {
    switch (action.kind) {
      case "open":
        this.#movedAt = this.isOpen ? this.#movedAt : now;
        return this.#drawer.openByKey();
      case "close":
        this.#movedAt = this.isOpen ? now : this.#movedAt;
        return this.#drawer.shut();
      case "jam":
        this.#drawer.jam(action.jammed);
        return null;
      case "switch":
        this.#stuckAt = this.isOpen;
        this.#isStuck = action.stuck;
        return null;
      case "speaks":
        this.#speaks = action.speaks;
        return null;
    }
  }

  /** ACODE says 00 as long as its switch reads open. */
  #say(now: Millis): readonly Uint8Array[] {
    if (this.#speaks !== "acode" || !this.#isWorthReading) {
      this.#repeatAt = null;
      return [];
    }
    if (this.#repeatAt !== null && now < this.#repeatAt) return [];
    this.#repeatAt = millis(now + REPEAT_MS);
    return this.readsOpen(now) ? [Uint8Array.of(ACODE_OPEN)] : [];
  }

  /** A switch that reads shut and rests will not change by itself. */
  get #isWorthReading(): boolean {
    return this.#isStuck ? this.#stuckAt : this.isOpen;
  }
}
