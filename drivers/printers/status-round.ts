import { askStatus, type NamedCommand } from "#drivers/printers/commands.ts";
import type { RealTimeStatus } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Real-time questions are answered at reception, within milliseconds of the wire. */
export const ANSWER_WITHIN = millis(1000);
/** How often the first question is put before the printer counts as silent. */
const ATTEMPTS = 2;
const QUESTIONS = [1, 2, 3, 4] as const;

export interface RoundStep {
  /** The next question; null when none is due. */
  readonly ask: NamedCommand | null;
  /** All answers once the round is over; `silent` when there was not one. */
  readonly over: RealTimeStatus | "silent" | null;
}

const nothing: RoundStep = { ask: null, over: null };

/**
 * Puts the four `DLE EOT` questions one after another: answers carry no number, so only one may be
 * outstanding. A clone that ignores 2, 3 or 4 is still heard; one that ignores 1 is silent.
 */
export class StatusRound {
  #answers: (number | null)[] = [];
  #attempts = 0;
  #deadline: Millis | null = null;

  get deadline(): Millis | null {
    return this.#deadline;
  }

  get isAsking(): boolean {
    return this.#deadline !== null;
  }

  begin(now: Millis): RoundStep {
    this.#answers = [];
    this.#attempts = 1;
    return this.#ask(now);
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

  #ask(now: Millis): RoundStep {
    const question = QUESTIONS[this.#answers.length];
    this.#deadline = question === undefined ? null : millis(now + ANSWER_WITHIN);
    if (question === undefined) return { ask: null, over: this.#answers };
    return { ask: askStatus(question), over: null };
  }
}
