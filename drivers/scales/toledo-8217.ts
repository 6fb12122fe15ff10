import type { Driver, Output } from "#drivers/driver.ts";
import type { ScaleCommand, ScaleSignal, WeightReason } from "#drivers/scales/signal.ts";
import { STX } from "#drivers/wire/aim.ts";
import { CR } from "#drivers/wire/escpos.ts";
import {
  TOLEDO_IN_MOTION,
  TOLEDO_OUT_OF_RANGE,
  TOLEDO_STATUS,
  TOLEDO_UNDER_ZERO,
  TOLEDO_WEIGH,
} from "#drivers/wire/toledo.ts";
import { type Millis, millis } from "#state/base/units.ts";

const ASK_EVERY_MS = 500;
/** Ten seconds in all: somebody may still be filling the bag. */
const ASKS_MAX = 20;
/** A scale that is silent this often is not there. */
const SILENCES_MAX = 3;
/** The longest answer is nine bytes. */
const FRAME_LIMIT = 16;

interface Reading {
  readonly readId: string;
  asks: number;
  silences: number;
  /** Why the last answer was no weight; null when there was none. */
  reason: WeightReason | null;
}

/**
 * A Toledo 8217 scale. Only a weight that was asked for after the command counts, and only at rest.
 * Manual only: no capture of a device has confirmed it.
 */
export class Toledo8217 implements Driver<ScaleCommand, ScaleSignal> {
  #reading: Reading | null = null;
  #deadline: Millis | null = null;
  #isOpen = false;
  /** An answer that an earlier reading was still owed; it tells of other goods. */
  #owed = 0;
  #isAnswered = true;
  #frame: number[] | null = null;

  get deadline(): Millis | null {
    return this.#deadline;
  }

  open(_now: Millis): Output<ScaleSignal> {
    this.#isOpen = true;
    this.#owed = 0;
    this.#frame = null;
    return nothing;
  }

  receive(bytes: Uint8Array, now: Millis): Output<ScaleSignal> {
    const signals: ScaleSignal[] = [];
    for (const byte of bytes) {
      if (byte === STX) this.#frame = [];
      else if (this.#frame === null) continue;
      else if (byte !== CR && this.#frame.length < FRAME_LIMIT) this.#frame.push(byte);
      else {
        const frame = this.#frame;
        this.#frame = null;
        signals.push(...this.#hear(frame, now));
      }
    }
    return { writes: [], signals };
  }

  obey({ readId }: ScaleCommand, now: Millis): Output<ScaleSignal> {
    if (!this.#isOpen) return { writes: [], signals: [failed(readId, "link-lost")] };
    if (this.#reading !== null) return { writes: [], signals: [failed(readId, "busy")] };
    this.#reading = { readId, asks: 0, silences: 0, reason: null };
    return this.#ask(this.#reading, now);
  }

  wake(now: Millis): Output<ScaleSignal> {
    const reading = this.#reading;
    if (reading === null || this.#deadline === null || now < this.#deadline) return nothing;
    this.#owed = 0; // what has not come by now was lost on the way
    reading.silences = this.#isAnswered ? 0 : reading.silences + 1;
    if (reading.silences >= SILENCES_MAX) return this.#fail("no-answer");
    if (reading.asks >= ASKS_MAX) return this.#fail(reading.reason ?? "no-answer");
    return this.#ask(reading, now);
  }

  close(_now: Millis): Output<ScaleSignal> {
    this.#isOpen = false;
    this.#frame = null;
    return this.#reading === null ? nothing : this.#fail("link-lost");
  }

  #ask(reading: Reading, now: Millis): Output<ScaleSignal> {
    reading.asks += 1;
    this.#isAnswered = false;
    this.#deadline = millis(now + ASK_EVERY_MS);
    return { writes: [Uint8Array.of(TOLEDO_WEIGH)], signals: [] };
  }

  #hear(frame: readonly number[], _now: Millis): readonly ScaleSignal[] {
    if (this.#owed > 0) {
      this.#owed -= 1;
      return [];
    }
    const reading = this.#reading;
    if (reading === null) return [];
    this.#isAnswered = true;
    const weight = weightIn(frame);
    if (weight !== null) {
      this.#end();
      return [{ type: "Weight", readId: reading.readId, weight }];
    }
    reading.reason = reasonIn(frame);
    const isFinal = reading.reason === "overweight" || reading.reason === "under-zero";
    return isFinal ? this.#fail(reading.reason).signals : [];
  }

  #fail(reason: WeightReason): Output<ScaleSignal> {
    const readId = this.#reading?.readId ?? "";
    if (!this.#isAnswered) this.#owed = 1;
    this.#end();
    return { writes: [], signals: [failed(readId, reason)] };
  }

  #end(): void {
    this.#reading = null;
    this.#deadline = null;
  }
}

const nothing: Output<ScaleSignal> = { writes: [], signals: [] };

const failed = (readId: string, reason: WeightReason): ScaleSignal => {
  return { type: "WeightError", readId, reason };
};

/** `ddd.dd`, or `dd.ddd`, perhaps with an `N` for net; anything else is no weight. */
function weightIn(frame: readonly number[]): string | null {
  return /^(\d{1,4}\.\d{1,3})N?$/.exec(String.fromCharCode(...frame))?.[1] ?? null;
}

function reasonIn(frame: readonly number[]): WeightReason {
  const [mark, status] = frame;
  if (frame.length !== 2 || mark !== TOLEDO_STATUS || status === undefined) return "unreadable";
  if ((status & TOLEDO_OUT_OF_RANGE) !== 0) return "overweight";
  if ((status & TOLEDO_UNDER_ZERO) !== 0) return "under-zero";
  return (status & TOLEDO_IN_MOTION) !== 0 ? "unstable" : "unreadable";
}
