import { DrawerWait } from "#drivers/drawers/wait-for-close.ts";
import type { Clock } from "#runtime/host/clock.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Sounds that a person hears as meant for them; UnifiedPOS leaves them to the application. */
const beep = {
  beepFrequency: 2000,
  beepDuration: millis(500),
  beepDelay: millis(1500),
} as const;

/** Beeps so far, and how the next one sounds. */
export interface DrawerBeep {
  readonly count: number;
  readonly hertz: number;
  readonly milliseconds: number;
}

/** Reminds the cashier of an open drawer, until it is shut or the terminal ends. */
export class DrawerReminder {
  readonly #clock: Clock;
  readonly #wait: DrawerWait;
  readonly #onBeep: () => void;
  #count = 0;
  #cancel = () => {};

  constructor(clock: Clock, beepTimeout: Millis, onBeep: () => void) {
    this.#clock = clock;
    this.#wait = new DrawerWait({ ...beep, beepTimeout });
    this.#onBeep = onBeep;
  }

  get beep(): DrawerBeep {
    const { beepFrequency, beepDuration } = beep;
    return { count: this.#count, hertz: beepFrequency, milliseconds: beepDuration };
  }

  /** @param isOpen null: nobody can see it */
  see(isOpen: boolean | null): void {
    const sensed = isOpen === null ? "unknown" : isOpen ? "open" : "closed";
    this.#wait.sense(sensed, this.#clock.monotonic());
    this.#arm();
  }

  stop(): void {
    this.#wait.release();
    this.#arm();
  }

  #arm(): void {
    this.#cancel();
    this.#cancel = () => {};
    const { deadline } = this.#wait;
    if (deadline === null) return;
    const delay = millis(Math.max(0, deadline - this.#clock.monotonic()));
    this.#cancel = this.#clock.after(delay, () => this.#ring());
  }

  #ring(): void {
    const isDue = this.#wait.wake(this.#clock.monotonic());
    this.#arm();
    if (!isDue) return;
    this.#count += 1;
    this.#onBeep();
  }
}
