import type { NamedCommand } from "#drivers/printers/commands.ts";
import type { RealTimeStatus } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** Real-time questions are answered at reception, within milliseconds of the wire. */
export const ANSWER_WITHIN = millis(1000);
/** How often the first question is put before the printer counts as silent. */
const ATTEMPTS = 2;
/** A receipt under way is not given up for a pause that a line can make. */
export const ATTEMPTS_DURING_JOB = 4;
/** Twice the time a USB or serial printer may take with its head at work; not measured. */
const QUIET_AFTER = 350;
/** Late answers come close behind one another; nobody waits longer for the next. */
const SETTLE = 50;

export interface RoundStep {
  /** The next question; null when none is due. */
  readonly ask: NamedCommand | null;
  /** All answers once the round is over; `silent` when there was not one. */
  readonly over: RealTimeStatus | "silent" | null;
  /** An answer that used to come has not: switched off, perhaps, and nothing is decided by it. */
  readonly isQuiet: boolean;
}

const nothing: RoundStep = { ask: null, over: null, isQuiet: false };
const quiet: RoundStep = { ask: null, over: null, isQuiet: true };

/**
 * Puts the questions of a language one after another: answers carry no number, so only one may be
 * outstanding. A clone that ignores all but the first is still heard; one that ignores that is
 * silent.
 *
 * Where the wire was stopped, as a USB printer stops it, every question that waited in it is
 * answered at last. Those were all the first question: the last of their answers counts, and none
 * of them is taken for an answer to the second.
 *
 * A printer that has answered a question before is expected to do so at its usual pace, which for
 * some clones is when the lines before the question are on paper: twice its slowest answer.
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
  #attemptsAllowed = ATTEMPTS;
  /** By question, how long its slowest timely answer took; none where it was never answered. */
  #pace: (number | undefined)[] = [];
  /** When the question under way left, or at latest left, what stood before it. */
  #askedAt: Millis = millis(0);
  #quietAt: Millis | null = null;

  constructor(questions: readonly NamedCommand[]) {
    this.#questions = questions;
  }

  get deadline(): Millis | null {
    return this.#quietAt ?? this.#deadline;
  }

  get isAsking(): boolean {
    return this.#deadline !== null;
  }

  /**
   * @param behind milliseconds that the first question may stand behind other bytes on the wire
   * @param attempts how often it is put
   */
  begin(now: Millis, behind = 0, attempts = ATTEMPTS): RoundStep {
    this.#answers = [];
    this.#late = null;
    this.#attempts = 1;
    this.#attemptsAllowed = attempts;
    return this.#ask(now, behind);
  }

  answer(status: number, now: Millis): RoundStep {
    if (this.#answers.length === 0) {
      this.#owed -= 1;
      if (this.#owed > 0) {
        this.#late = status;
        this.#deadline = millis(now + SETTLE);
        this.#quietAt = null;
        return nothing;
      }
    }
    this.#learnPace(now);
    this.#answers.push(status);
    return this.#ask(now);
  }

  wake(now: Millis): RoundStep {
    if (this.#deadline === null) return nothing;
    if (now < this.#deadline) {
      if (this.#quietAt === null || now < this.#quietAt) return nothing;
      this.#quietAt = null;
      return quiet;
    }
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
    if (this.#attempts < this.#attemptsAllowed) {
      this.#attempts += 1;
      return this.#ask(now);
    }
    this.#deadline = null;
    this.#quietAt = null;
    return { ...nothing, over: "silent" };
  }

  /** The link is gone, and what was asked with it. */
  stop(): void {
    this.#owed = 0;
    this.#deadline = null;
    this.#quietAt = null;
    this.#pace = [];
  }

  #ask(now: Millis, behind = 0): RoundStep {
    const index = this.#answers.length;
    const question = this.#questions[index];
    this.#deadline = question === undefined ? null : millis(now + behind + ANSWER_WITHIN);
    this.#askedAt = millis(now + behind);
    this.#quietAt = this.#quietFrom(now);
    if (question === undefined) return { ...nothing, over: this.#answers };
    if (index === 0) this.#owed += 1;
    return { ...nothing, ask: question };
  }

  /** When a printer that answered this question before should have done so; else null. */
  #quietFrom(now: Millis): Millis | null {
    const usual = this.#pace[this.#answers.length];
    if (usual === undefined || this.#deadline === null) return null;
    const from = millis(now + Math.max(QUIET_AFTER, 2 * usual));
    return from < this.#deadline ? from : null;
  }

  #learnPace(now: Millis): void {
    const index = this.#answers.length;
    this.#pace[index] = Math.max(this.#pace[index] ?? 0, now - this.#askedAt);
  }
}
