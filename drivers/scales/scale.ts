import type { Driver, Output } from "#drivers/driver.ts";
import type { ScaleAnswer, ScaleLanguage, ScaleReader } from "#drivers/scales/language.ts";
import type { ScaleCommand, ScaleSignal, WeightReason } from "#drivers/scales/signal.ts";
import { type Millis, millis } from "#state/base/units.ts";

const ASK_EVERY_MS = 500;
/**
 * The second of two answers that must agree, at the earliest: what comes sooner may be of the same
 * moment, heard by a machine that was busy.
 */
const CONFIRM_MS = 150;
/** In all: somebody may still be filling the bag. */
const PATIENCE_MS = 10_000;
/** A scale that is silent for so long is not there. */
const SILENCE_MS = 1500;
/** An answer that has not come by then was lost on the way. */
const LATEST_ANSWER_MS = 5000;

interface Reading {
  readonly readId: string;
  readonly begunAt: Millis;
  heardAt: Millis;
  /** The last stable weight, and when it was first heard; a later one must say the same. */
  candidate: { readonly grams: number; readonly at: Millis } | null;
  reason: WeightReason | null;
}

/** A question that is still owed its answer, and the reading it was asked for. */
interface Asked {
  readonly at: Millis;
  readonly reading: Reading;
}

/**
 * A scale. A weight is what it said twice in a row, at rest, to questions asked after the command:
 * an answer to an earlier question tells of other goods, and a digit hurt on the line is not hurt
 * the same way twice. All that is no weight is told as a reason.
 *
 * Manual only: no capture of a device has confirmed it.
 */
export class Scale implements Driver<ScaleCommand, ScaleSignal> {
  readonly #language: ScaleLanguage;
  readonly #reader: ScaleReader;
  #isOpen = false;
  #reading: Reading | null = null;
  #asked: readonly Asked[] = [];
  #wakeAt: Millis | null = null;

  constructor(language: ScaleLanguage) {
    this.#language = language;
    this.#reader = language.reader();
  }

  get deadline(): Millis | null {
    return this.#wakeAt;
  }

  open(_now: Millis): Output<ScaleSignal> {
    this.#isOpen = true;
    this.#asked = [];
    this.#reader.reset();
    return nothing;
  }

  obey({ readId }: ScaleCommand, now: Millis): Output<ScaleSignal> {
    if (!this.#isOpen) return told(failed(readId, "link-lost"));
    // Whoever asks anew has no use for the old one, whose answers will not count for the new.
    const { signals } = this.#reading === null ? nothing : this.#fail(this.#reading, "superseded");
    const reading = { readId, begunAt: now, heardAt: now, candidate: null, reason: null };
    this.#reading = reading;
    // What a talking scale is just saying began before the goods were there.
    if (this.#language.ask === null) this.#reader.reset();
    return { ...this.#ask(reading, now), signals };
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScaleSignal> {
    const writes: Uint8Array[] = [];
    const signals: ScaleSignal[] = [];
    for (const byte of bytes) {
      const answer = this.#reader.take(byte);
      if (answer === null) continue;
      const output = this.#hear(answer, now);
      writes.push(...output.writes);
      signals.push(...output.signals);
    }
    return { writes, signals };
  }

  wake(now: Millis): Output<ScaleSignal> {
    const reading = this.#reading;
    if (reading === null || this.#wakeAt === null || now < this.#wakeAt) return nothing;
    if (now - reading.heardAt >= SILENCE_MS) return this.#fail(reading, "no-answer");
    if (now - reading.begunAt >= PATIENCE_MS) {
      return this.#fail(reading, reading.reason ?? "no-answer");
    }
    return this.#ask(reading, now);
  }

  close(_now: Millis): Output<ScaleSignal> {
    this.#isOpen = false;
    this.#asked = [];
    return this.#reading === null ? nothing : this.#fail(this.#reading, "link-lost");
  }

  #ask(reading: Reading, now: Millis): Output<ScaleSignal> {
    this.#wakeAt = millis(now + ASK_EVERY_MS);
    const { ask } = this.#language;
    if (ask === null) return nothing;
    const stillOwed = this.#asked.filter(({ at }) => now - at < LATEST_ANSWER_MS);
    this.#asked = [...stillOwed, { at: now, reading }];
    return { writes: [ask], signals: [] };
  }

  #hear(answer: ScaleAnswer, now: Millis): Output<ScaleSignal> {
    if (answer.type === "proceed") {
      return this.#asked.length === 0 ? nothing : { writes: [answer.write], signals: [] };
    }
    const reading = this.#reading;
    const isOwn = this.#language.ask === null || this.#settle(reading);
    if (reading === null) return nothing;
    // A scale that answers, late or not, is there.
    reading.heardAt = now;
    if (!isOwn) return nothing;
    if (answer.type === "stable") return this.#weigh(reading, answer.grams, now);
    reading.candidate = null;
    reading.reason = answer.reason;
    const isFinal = answer.reason === "overweight" || answer.reason === "under-zero";
    return isFinal ? this.#fail(reading, answer.reason) : nothing;
  }

  /** Takes the oldest question that is owed an answer: was it asked for this reading? */
  #settle(reading: Reading | null): boolean {
    const [oldest, ...rest] = this.#asked;
    this.#asked = rest;
    return oldest !== undefined && oldest.reading === reading;
  }

  #weigh(reading: Reading, grams: number, now: Millis): Output<ScaleSignal> {
    const { candidate } = reading;
    if (candidate?.grams === grams) {
      if (now - candidate.at < CONFIRM_MS) return nothing;
      this.#end();
      return told({ type: "Weight", readId: reading.readId, grams });
    }
    if (candidate !== null) reading.reason = "unstable";
    reading.candidate = { grams, at: now };
    this.#wakeAt = millis(now + CONFIRM_MS);
    return nothing;
  }

  #fail(reading: Reading, reason: WeightReason): Output<ScaleSignal> {
    this.#end();
    return told(failed(reading.readId, reason));
  }

  #end(): void {
    this.#reading = null;
    this.#wakeAt = null;
  }
}

const nothing: Output<never> = { writes: [], signals: [] };

const told = (signal: ScaleSignal): Output<ScaleSignal> => ({ writes: [], signals: [signal] });

const failed = (readId: string, reason: WeightReason): ScaleSignal => {
  return { type: "WeightError", readId, reason };
};
