/**
 * A cash drawer on a printer's RJ12 connector: a coil that opens it, and a switch that the printer
 * reads on pin 3. It speaks no protocol; everything about it goes through the printer.
 *
 * Source: connector tables of the TM-T88III, TM-U950 and Citizen iDP-3551 manuals.
 */
export type DrawerEvent =
  | { readonly kind: "drawer opened"; readonly by: "pulse" | "key" }
  | { readonly kind: "drawer closed" }
  | {
      readonly kind: "pulse wasted";
      readonly why: "already open" | "jammed" | "other pin" | "too short";
    };

export type Level = "high" | "low";

export interface DrawerOptions {
  /** The connector's drive pin that the coil is wired to. */
  readonly pin?: 2 | 5;
  /** The level of pin 3 while the drawer is open; `none`: no switch, pin 3 never changes. */
  readonly openLevel?: Level | "none";
  /** Shorter pulses do not move the latch. */
  readonly pulseMsMin?: number;
}

export class CashDrawer {
  readonly #pin: 2 | 5;
  readonly #openLevel: Level | "none";
  readonly #pulseMsMin: number;
  #isOpen = false;
  #isJammed = false;
  #openings = 0;
  #stuckLevel: Level | null = null;

  constructor(options: DrawerOptions = {}) {
    this.#pin = options.pin ?? 2;
    this.#openLevel = options.openLevel ?? "high";
    this.#pulseMsMin = options.pulseMsMin ?? 20;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isJammed(): boolean {
    return this.#isJammed;
  }

  /** How often it has opened since it was built, by pulse or key. */
  get openings(): number {
    return this.#openings;
  }

  /** What the printer reads on pin 3. */
  get level(): Level {
    return this.#stuckLevel ?? this.#trueLevel;
  }

  get isSwitchStuck(): boolean {
    return this.#stuckLevel !== null;
  }

  get #trueLevel(): Level {
    if (this.#openLevel === "none") return "low";
    if (this.#isOpen) return this.#openLevel;
    return this.#openLevel === "high" ? "low" : "high";
  }

  /** The printer drives `pin` for `onMs` milliseconds. */
  pulse(pin: 2 | 5, onMs: number): DrawerEvent {
    if (pin !== this.#pin) return { kind: "pulse wasted", why: "other pin" };
    if (onMs < this.#pulseMsMin) return { kind: "pulse wasted", why: "too short" };
    if (this.#isJammed) return { kind: "pulse wasted", why: "jammed" };
    if (this.#isOpen) return { kind: "pulse wasted", why: "already open" };
    return this.#open("pulse");
  }

  /** The operator turns the key; a jammed drawer yields to it. Null when it was open already. */
  openByKey(): DrawerEvent | null {
    return this.#isOpen ? null : this.#open("key");
  }

  /** The operator pushes the tray in. Null when it was closed already. */
  shut(): DrawerEvent | null {
    if (!this.#isOpen) return null;
    this.#isOpen = false;
    return { kind: "drawer closed" };
  }

  /** A jammed drawer takes the pulse and stays shut. */
  jam(isJammed: boolean): void {
    this.#isJammed = isJammed;
  }

  /** A stuck switch goes on telling what it told when it stuck. */
  stickSwitch(isStuck: boolean): void {
    this.#stuckLevel = isStuck ? this.level : null;
  }

  #open(by: "pulse" | "key"): DrawerEvent {
    this.#isOpen = true;
    this.#openings += 1;
    return { kind: "drawer opened", by };
  }
}
