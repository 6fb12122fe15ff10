import type { Fact } from "#state/fact.ts";
import { explain, type Refusal } from "#state/refusal.ts";
import type { Notice } from "./view.ts";

/** Facts that are nobody's doing at the counter: they do not take a warning off the screen. */
const silent = ["print.", "drawer.", "device.", "configuration."];

/** What was last said to the cashier. It is no fact: a restart may forget it. */
export class Desk {
  #notice: Notice | null = null;
  #number: number;

  /** @param first must differ from start to start: a page tells news from what it has said */
  constructor(first: number) {
    this.#number = first;
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  say(refusal: Refusal): void {
    const { severity, title, detail } = explain(refusal);
    this.#number += 1;
    this.#notice = { number: this.#number, code: refusal.code, severity, title, detail };
  }

  /** Something worked: what was said before it is no longer news. */
  after(facts: readonly Fact[]): void {
    const isNews = facts.some(({ type }) => !silent.some((prefix) => type.startsWith(prefix)));
    if (isNews) this.#notice = null;
  }

  dismiss(): void {
    this.#notice = null;
  }

  /** Takes back one kind of notice, once what it told of is over. */
  retract(code: string): void {
    if (this.#notice?.code === code) this.#notice = null;
  }
}

/** Why nothing ships any more, in the cashier's words. */
export function haltedNotice(reason: string): Refusal {
  return reason === "sync/fork"
    ? { code: "sync/fork", params: {} }
    : { code: "sync/refused", params: { reason } };
}
