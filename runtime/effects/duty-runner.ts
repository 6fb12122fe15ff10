import type { Duty } from "#state/duty.ts";

/** Begins one piece of work; the answer abandons it. */
export type Start = (duty: Duty) => () => void;

/**
 * Keeps the work under way equal to the work owed: what appears is begun once, what is no longer
 * owed is abandoned. A result comes back as an input, and only that ends a duty.
 */
export class DutyRunner {
  readonly #start: Start;
  readonly #underWay = new Map<string, () => void>();

  constructor(start: Start) {
    this.#start = start;
  }

  /** @param owed the duties of the terminal as it is durable */
  reconcile(owed: readonly Duty[]): void {
    const keys = new Set(owed.map((duty) => duty.key));
    for (const [key, abandon] of this.#underWay) {
      if (keys.has(key)) continue;
      this.#underWay.delete(key);
      abandon();
    }
    for (const duty of owed) {
      if (this.#underWay.has(duty.key)) continue;
      this.#underWay.set(duty.key, this.#start(duty));
    }
  }

  stop(): void {
    this.reconcile([]);
  }
}
