import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { RealTimeStatus } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Real-time questions are answered at reception, within milliseconds of the wire. */
export const ANSWER_WITHIN = millis(1000);
/** How often the first question is put before the printer counts as silent. */
const ATTEMPTS = 2;

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
 */
export class StatusRound {
  readonly #questions: readonly NamedCommand[];
  #answers: (number | null)[] = [];
  #attempts = 0;
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
    this.#attempts = 1;
    return this.#ask(millis(now + behind));
  }

  answer(status: number, now: Millis): RoundStep {
    this.#answers.push(status);
    return this.#ask(now);
  }

  wake(now: Millis): RoundStep {
    if (this.#deadline === null || now < this.#deadline) return nothing;
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

  stop(): void {
    this.#deadline = null;
  }

  /** @param now when the question reaches the printer */
  #ask(now: Millis): RoundStep {
    const question = this.#questions[this.#answers.length];
    this.#deadline = question === undefined ? null : millis(now + ANSWER_WITHIN);
    if (question === undefined) return { ask: null, over: this.#answers };
    return { ask: question, over: null };
  }
}
