import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { RealTimeStatus } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Real-time questions are answered at reception, within milliseconds of the wire. */
export const ANSWER_WITHIN = millis(1000);
/** How often the first question is put before the printer counts as silent. */
const ATTEMPTS = 2;
/** Late answers come close behind one another; nobody waits longer for the next. */
const SETTLE = 50;

export interface RoundStep {
  /** The next question; null when none is due. */
  readonly ask: NamedCommand | null;
  /** All answers once the round is over; `silent` when there was not one. */
  readonly over: RealTimeStatus | "silent" | null;
}

const nothing: RoundStep = { ask: null, over: null };

/**
 * Puts the questions of a language one after another: answers carry no number, so only one may be
 * outstanding. A clone that ignores all but the first is still heard; one that ignores that is
 * silent.
 *
 * Where the wire was stopped, as a USB printer stops it, every question that waited in it is
 * answered at last. Those were all the first question: the last of their answers counts, and none
 * of them is taken for an answer to the second.
 */
export class StatusRound {
  readonly #questions: readonly NamedCommand[];
  #answers: (number | null)[] = [];
  #attempts = 0;
  /** First questions that were put, in this round or before, and not answered. */
  #owed = 0;
  /** The answer to the first question so far, while others may be close behind it. */
  #late: number | null = null;
  #deadline: Millis | null = null;

  constructor(questions: readonly NamedCommand[]) {
    this.#questions = questions;
  }

  get deadline(): Millis | null {
    return this.#deadline;
  }

  get isAsking(): boolean {
    return this.#deadline !== null;
  }

  /** @param behind milliseconds that the first question stands behind other bytes on the wire */
  begin(now: Millis, behind = 0): RoundStep {
    this.#answers = [];
    this.#late = null;
    this.#attempts = 1;
    return this.#ask(millis(now + behind));
  }

  answer(status: number, now: Millis): RoundStep {
    if (this.#answers.length === 0) {
      this.#owed -= 1;
      if (this.#owed > 0) {
        this.#late = status;
        this.#deadline = millis(now + SETTLE);
        return nothing;
      }
    }
    this.#answers.push(status);
    return this.#ask(now);
  }

  wake(now: Millis): RoundStep {
    if (this.#deadline === null || now < this.#deadline) return nothing;
    if (this.#late !== null) {
      this.#answers.push(this.#late);
      this.#late = null;
      this.#owed = 0;
      return this.#ask(now);
    }
    if (this.#answers.length > 0) {
      this.#answers.push(null);
      return this.#ask(now);
    }
    if (this.#attempts < ATTEMPTS) {
      this.#attempts += 1;
      return this.#ask(now);
    }
    this.#deadline = null;
    return { ask: null, over: "silent" };
  }

  /** The link is gone, and what was asked with it. */
  stop(): void {
    this.#owed = 0;
    this.#deadline = null;
  }

  /** @param now when the question reaches the printer */
  #ask(now: Millis): RoundStep {
    const question = this.#questions[this.#answers.length];
    this.#deadline = question === undefined ? null : millis(now + ANSWER_WITHIN);
    if (question === undefined) return { ask: null, over: this.#answers };
    if (this.#answers.length === 0) this.#owed += 1;
    return { ask: question, over: null };
  }
}
