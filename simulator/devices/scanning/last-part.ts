import { type Millis, millis } from "#state/base/units.ts";

interface Late {
  readonly due: Millis;
  readonly report: Uint8Array;
}

/** The reports of a label on their way out; a fault holds back the last one of several, once. */
export class LastPart {
  #fault: { readonly delayMs: number | null } | null = null;
  #late: readonly Late[] = [];

  get deadline(): Millis | null {
    return this.#late[0]?.due ?? null;
  }

  /** @param delayMs of the next label of several reports; null: its last one never comes */
  spoil(delayMs: number | null): void {
    this.#fault = { delayMs };
  }

  /** @returns what goes out at once */
  send(reports: readonly Uint8Array[], now: Millis): readonly Uint8Array[] {
    const fault = this.#fault;
    const last = reports.at(-1);
    if (fault === null || last === undefined || reports.length === 1) return reports;
    this.#fault = null;
    if (fault.delayMs !== null) {
      this.#late = [...this.#late, { due: millis(now + fault.delayMs), report: last }];
    }
    return reports.slice(0, -1);
  }

  /** @returns what is due by now */
  wake(now: Millis): readonly Uint8Array[] {
    const due = this.#late.filter((each) => each.due <= now);
    this.#late = this.#late.slice(due.length);
    return due.map(({ report }) => report);
  }

  /** What was held back is lost with the power. */
  forget(): void {
    this.#late = [];
  }
}
