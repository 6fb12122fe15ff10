/**
 * A cash drawer: a coil that opens it, and a switch that tells. On a printer's RJ12 connector the
 * printer drives the one and reads the other on pin 3; a box with a line of its own does the same.
 * What can go wrong is a person's doing: a jam, a switch that sticks, a cable without its sense
 * wire, a coil that was driven until it is hot; and the contacts bounce.
 *
 * Source: connector tables and drive limits of the TM-T88III, TM-U950 and Citizen iDP-3551 manuals.
 * Twenty milliseconds and the length of the bounce are guesses.
 */
import { type Millis, millis } from "#state/base/units.ts";

export type DrawerEvent =
  | { readonly kind: "drawer opened"; readonly by: "pulse" | "key" }
  | { readonly kind: "drawer closed" }
  | {
      readonly kind: "pulse wasted";
      readonly why: "already open" | "jammed" | "other pin" | "too short" | "coil hot";
    };

export type Level = "high" | "low";

export const openLevels = ["high", "low", "none"] as const;
/** The level of pin 3 while the drawer is open; `none`: no switch, pin 3 never changes. */
export type OpenLevel = (typeof openLevels)[number];

export interface DrawerOptions {
  /** The connector's drive pin that the coil is wired to. */
  readonly pin?: 2 | 5;
  readonly openLevel?: OpenLevel;
  /** Shorter pulses do not move the latch. */
  readonly pulseMsMin?: number;
  /** How long the contacts chatter after the tray has moved; 0: not at all. */
  readonly bounceMs?: number;
}

/** What a person can do to a drawer. */
export type DrawerAction =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "jam"; readonly jammed: boolean }
  /** A stuck switch goes on telling what it told when it stuck. */
  | { readonly kind: "switch"; readonly stuck: boolean }
  | { readonly kind: "bounce"; readonly bounceMs: number }
  /** Another drawer, or another cable: `none` has no sense wire. */
  | { readonly kind: "sense"; readonly openLevel: OpenLevel };

/** A coil bears 0.2 of any ten seconds. */
const WINDOW_MS = 10_000;
const DRIVEN_MS_MAX = 2000;
/** Contacts that chatter change every so often. */
const CHATTER_MS = 10;
const BOUNCE_MS = 50;

export class CashDrawer {
  readonly #pin: 2 | 5;
  readonly #pulseMsMin: number;
  #openLevel: OpenLevel;
  #bounceMs: number;
  #isOpen = false;
  #isJammed = false;
  #openings = 0;
  #stuckAt: boolean | null = null;
  #pulses: readonly { readonly at: number; readonly onMs: number }[] = [];
  #movedAt = Number.NEGATIVE_INFINITY;
  #now = 0;

  constructor(options: DrawerOptions = {}) {
    this.#pin = options.pin ?? 2;
    this.#openLevel = options.openLevel ?? "high";
    this.#pulseMsMin = options.pulseMsMin ?? 20;
    this.#bounceMs = options.bounceMs ?? BOUNCE_MS;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isJammed(): boolean {
    return this.#isJammed;
  }

  get isSwitchStuck(): boolean {
    return this.#stuckAt !== null;
  }

  get openLevel(): OpenLevel {
    return this.#openLevel;
  }

  get bounceMs(): number {
    return this.#bounceMs;
  }

  /** How often it has opened since it was built, by pulse or key. */
  get openings(): number {
    return this.#openings;
  }

  /** When the switch next changes by itself; null while it rests. */
  get deadline(): Millis | null {
    const since = this.#now - this.#movedAt;
    if (since >= this.#bounceMs || this.#stuckAt !== null) return null;
    const next = (Math.floor(since / CHATTER_MS) + 1) * CHATTER_MS;
    return millis(this.#movedAt + Math.min(next, this.#bounceMs));
  }

  /** What the switch tells, at the instant that `settle` was last told. */
  get readsOpen(): boolean {
    if (this.#openLevel === "none") return false;
    if (this.#stuckAt !== null) return this.#stuckAt;
    const since = this.#now - this.#movedAt;
    const isFlipped = since < this.#bounceMs && Math.floor(since / CHATTER_MS) % 2 === 0;
    return this.#isOpen !== isFlipped;
  }

  /** What a printer reads on pin 3. */
  get level(): Level {
    if (this.#openLevel === "none") return "low";
    return this.readsOpen === (this.#openLevel === "high") ? "high" : "low";
  }

  /** Time has come this far; a part of a millisecond counts as one. */
  settle(now: number): void {
    this.#now = Math.max(this.#now, Math.ceil(now));
  }

  /** `pin` is driven for `onMs` milliseconds. */
  pulse(pin: 2 | 5, onMs: number, now: number): DrawerEvent {
    this.settle(now);
    if (pin !== this.#pin) return { kind: "pulse wasted", why: "other pin" };
    if (onMs < this.#pulseMsMin) return { kind: "pulse wasted", why: "too short" };
    this.#pulses = this.#pulses.filter(({ at }) => now - at < WINDOW_MS);
    const driven = this.#pulses.reduce((sum, pulse) => sum + pulse.onMs, onMs);
    if (driven > DRIVEN_MS_MAX) return { kind: "pulse wasted", why: "coil hot" };
    this.#pulses = [...this.#pulses, { at: now, onMs }];
    if (this.#isJammed) return { kind: "pulse wasted", why: "jammed" };
    if (this.#isOpen) return { kind: "pulse wasted", why: "already open" };
    return this.#open("pulse");
  }

  /** @returns what is seen of it; null when nothing moved */
  act(action: DrawerAction, now: number): DrawerEvent | null {
    this.settle(now);
    switch (action.kind) {
      // A jammed drawer yields to the key.
      case "open":
        return this.#isOpen ? null : this.#open("key");
      case "close":
        return this.#isOpen ? this.#shut() : null;
      case "jam":
        this.#isJammed = action.jammed;
        return null;
      case "switch":
        this.#stuckAt = action.stuck ? this.readsOpen : null;
        return null;
      case "bounce":
        this.#bounceMs = action.bounceMs;
        return null;
      case "sense":
        this.#openLevel = action.openLevel;
        return null;
    }
  }

  #open(by: "pulse" | "key"): DrawerEvent {
    this.#isOpen = true;
    this.#openings += 1;
    this.#movedAt = this.#now;
    return { kind: "drawer opened", by };
  }

  #shut(): DrawerEvent {
    this.#isOpen = false;
    this.#movedAt = this.#now;
    return { kind: "drawer closed" };
  }
}
