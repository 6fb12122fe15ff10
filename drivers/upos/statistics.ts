import { extendedError, success, type UposError, uposError } from "#drivers/upos/error.ts";
import { COMMON_EXTENDED } from "#drivers/wire/upos.ts";

/** How often things happened, under the standard's names: `GoodScanCount`. */
export type Counts = { readonly [statistic: string]: number };

/** Of a list of names: all that the standard has, and all that are the maker's own. */
const STANDARDS_OWN = "U_";
const MAKERS_OWN = "M_";

/** Of every class. Losing the link counts, and so does what was heard and is no data. */
export const COMMUNICATION_ERRORS = "CommunicationErrorCount";

/**
 * The statistics of one device. All of them may be reset and set.
 *
 * Source: UnifiedPOS 1.16, "Device Statistics"; names as in OposStat.h.
 */
export class Statistics {
  readonly #names: ReadonlySet<string>;
  #counts: Counts = {};

  /** @param names the class's own */
  constructor(names: readonly string[]) {
    this.#names = new Set([COMMUNICATION_ERRORS, ...names]);
    this.#counts = this.#zeros();
  }

  get counts(): Counts {
    return this.#counts;
  }

  /** What the class does not count is passed over. */
  count(more: Counts): void {
    for (const [name, by] of Object.entries(more)) {
      const before = this.#counts[name];
      if (before !== undefined) this.#counts = { ...this.#counts, [name]: before + by };
    }
  }

  /** @param names none, or `U_`: all of them; `M_`: the maker's own, of which there are none */
  retrieve(names: readonly string[]): { error: UposError; counts: Counts } {
    const meant = this.#meant(names);
    if (!this.#knows(meant)) return { error: uposError("E_ILLEGAL"), counts: {} };
    const asked = Object.entries(this.#counts).filter(([name]) => meant.includes(name));
    return { error: success, counts: Object.fromEntries(asked) };
  }

  /** @returns `ESTATS_ERROR` for a name that it does not count; then nothing is reset */
  reset(names: readonly string[]): UposError {
    return this.update(Object.fromEntries(this.#meant(names).map((name) => [name, 0])));
  }

  /** @returns `ESTATS_ERROR` for a name that it does not count; then nothing is set */
  update(counts: Counts): UposError {
    if (!this.#knows(Object.keys(counts))) return statisticsError;
    this.#counts = { ...this.#counts, ...counts };
    return success;
  }

  #meant(names: readonly string[]): readonly string[] {
    if (names.length === 0) return [...this.#names];
    return names
      .filter((name) => name !== MAKERS_OWN)
      .flatMap((name) => (name === STANDARDS_OWN ? [...this.#names] : [name]));
  }

  #knows(names: readonly string[]): boolean {
    return names.every((name) => this.#names.has(name));
  }

  #zeros(): Counts {
    return Object.fromEntries([...this.#names].map((name) => [name, 0]));
  }
}

const statisticsError = extendedError(COMMON_EXTENDED.ESTATS_ERROR);
