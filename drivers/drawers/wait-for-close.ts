import { type Millis, millis } from "#state/base/units.ts";

/** Parameters of UnifiedPOS `waitForDrawerClose`, under its names. */
export interface WaitForDrawerClose {
  /** How long the drawer may stand open in peace. */
  readonly beepTimeout: Millis;
  /** In hertz, 10 to 24000. */
  readonly beepFrequency: number;
  /** A beep under 125 ms is barely heard. */
  readonly beepDuration: Millis;
  /** From the end of one beep to the next. */
  readonly beepDelay: Millis;
}

/**
 * The wait for a drawer to be closed, as a pure step: it never blocks, and beeping begins after
 * `beepTimeout` and ends when the drawer is closed or let go.
 */
export class DrawerWait {
  readonly #how: WaitForDrawerClose;
  #beepAt: Millis | null = null;

  constructor(how: WaitForDrawerClose) {
    this.#how = how;
  }

  /** When `wake` must next be called; null while nothing is waited for. */
  get deadline(): Millis | null {
    return this.#beepAt;
  }

  /**
   * What is known of the drawer. A drawer that nobody can see is never waited for: `CapStatus` is
   * false, and a level that never changes would beep for ever.
   */
  sense(drawer: "open" | "closed" | "unknown", now: Millis): void {
    if (drawer !== "open") this.#beepAt = null;
    else this.#beepAt ??= millis(now + this.#how.beepTimeout);
  }

  /** Whether to beep now, for `beepDuration`. A wake that comes late beeps once all the same. */
  wake(now: Millis): boolean {
    if (this.#beepAt === null || now < this.#beepAt) return false;
    this.#beepAt = millis(now + this.#how.beepDuration + this.#how.beepDelay);
    return true;
  }

  /** UnifiedPOS `release` and `close`: nobody waits any more, and no beep outlives this. */
  release(): void {
    this.#beepAt = null;
  }
}
