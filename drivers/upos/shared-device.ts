import { success, type UposError, uposError } from "#drivers/upos/error.ts";
import { type Millis, millis } from "#state/base/units.ts";

interface Waiter {
  readonly by: object;
  /** Null: for ever. */
  readonly until: Millis | null;
  done(result: UposError): void;
}

/**
 * A device that several controls may have open. One at a time may claim it; others may wait, and
 * whoever has waited longest is next. It has no clock: `wake` ends the waits whose time is over.
 */
export class SharedDevice {
  #owner: object | null = null;
  #waiters: readonly Waiter[] = [];

  get owner(): object | null {
    return this.#owner;
  }

  /** When `wake` must be called; null while nobody's time runs. */
  get deadline(): Millis | null {
    const due = this.#waiters.map(({ until }) => until).filter((until) => until !== null);
    return due.length === 0 ? null : millis(Math.min(...due));
  }

  /** @returns whether it was free */
  take(by: object): boolean {
    if (this.#owner !== null) return false;
    this.#owner = by;
    return true;
  }

  /** @param done is called once: with success, a time-out, or because whoever waits has closed */
  wait(by: object, until: Millis | null, done: Waiter["done"]): void {
    this.#waiters = [...this.#waiters, { by, until, done }];
  }

  /** Goes to whoever has waited longest. */
  release(): void {
    const [next, ...others] = this.#waiters;
    this.#owner = next?.by ?? null;
    this.#waiters = others;
    next?.done(success);
  }

  /** Nobody waits any more who has closed. */
  forget(by: object): void {
    this.#end((waiter) => waiter.by === by, uposError("E_CLOSED"));
  }

  wake(now: Millis): void {
    this.#end(({ until }) => until !== null && now >= until, uposError("E_TIMEOUT"));
  }

  #end(isOver: (waiter: Waiter) => boolean, result: UposError): void {
    const over = this.#waiters.filter(isOver);
    this.#waiters = this.#waiters.filter((waiter) => !over.includes(waiter));
    for (const { done } of over) done(result);
  }
}
