/** What wears in a printer, each in its own unit. */
export type Worn =
  /** Dots of paper moved. */
  | "paper"
  /** Dot lines burnt. */
  | "head"
  | "cutter"
  /** Milliseconds with power. */
  | "power"
  /** Times that memory which outlives the power was written. */
  | "memory";

type Tally = Record<Worn, number>;

const nothing = (): Tally => ({ paper: 0, head: 0, cutter: 0, power: 0, memory: 0 });

/** Counts what wears, since somebody reset it and since the printer was new; power off keeps it. */
export class Counters {
  #sinceReset = nothing();
  #everTotal = nothing();

  add(worn: Worn, amount: number): void {
    this.#sinceReset[worn] += amount;
    this.#everTotal[worn] += amount;
  }

  sinceReset(worn: Worn): number {
    return this.#sinceReset[worn];
  }

  ever(worn: Worn): number {
    return this.#everTotal[worn];
  }

  reset(worn: Worn): void {
    this.#sinceReset[worn] = 0;
  }
}
