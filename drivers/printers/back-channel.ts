import type { Reported } from "#drivers/printers/status.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** One thing the printer said, in whatever language. */
export type Said =
  /** Sent by itself, or for an answer where questions are answered so. */
  | {
      readonly type: "status";
      readonly reported: Reported;
      /** How far the printer has come, where its status tells that too. */
      readonly mark: string | null;
    }
  /** The answer to one question of a round; which one, only the asker knows. */
  | { readonly type: "answer"; readonly status: number }
  /** The answer to a marker, or to a question put like one; noise when nobody waits for it. */
  | {
      readonly type: "mark";
      readonly mark: string;
      readonly bytes: number;
      /** What it says beside having come; left out where it says no more. */
      readonly text?: string;
    }
  /** Whole, and no answer to anything that is ever asked. */
  | { readonly type: "unknown"; readonly bytes: number }
  | { readonly type: "flow"; readonly isOn: boolean };

/** What the next byte means behind those of an unfinished answer. */
export type Frame =
  /** It ends the answer. */
  | { readonly does: "say"; readonly said: Said }
  /** It is an answer by itself; the unfinished one goes on behind it. */
  | { readonly does: "interject"; readonly said: Said }
  /** It belongs to the unfinished answer. */
  | { readonly does: "wait" }
  /** The unfinished answer stays unfinished; this byte begins anew. */
  | { readonly does: "restart" }
  /** It fits nothing, and neither does what was unfinished. */
  | { readonly does: "drop" };

/** Pure. May answer `restart` only while something is unfinished. */
export type Framing = (unfinished: readonly number[], byte: number) => Frame;

/** Silence after which an unfinished answer is given up. */
export const RESYNC_AFTER = millis(500);

/**
 * Parts the one stream in which a printer mixes several kinds of answers. Fed byte by byte, so that
 * any split of the stream gives the same answers. Bytes that fit nothing are counted, never thrown.
 */
export class BackChannel {
  readonly #framing: Framing;
  #partial: number[] = [];
  #noise = 0;
  #deadline: Millis | null = null;

  constructor(framing: Framing) {
    this.#framing = framing;
  }

  /** When an unfinished answer is stale or noise must be told; null while neither waits. */
  get deadline(): Millis | null {
    return this.#deadline;
  }

  /** @returns the answer that `byte` completes; null while it is unfinished */
  take(byte: number, now: Millis): Said | null {
    if (this.#deadline !== null && now >= this.#deadline) this.#giveUp();
    const said = this.#hear(byte);
    const waits = this.#partial.length > 0 || this.#noise > 0;
    this.#deadline = waits ? millis(now + RESYNC_AFTER) : null;
    return said;
  }

  /** Adds an answer that nobody had asked for to the noise. */
  reject(bytes: number, now: Millis): void {
    this.#noise += bytes;
    this.#deadline = millis(now + RESYNC_AFTER);
  }

  /** @returns bytes of noise since the last call, once the line has been silent; else 0 */
  settle(now: Millis): number {
    if (this.#deadline === null || now < this.#deadline) return 0;
    this.#giveUp();
    const noise = this.#noise;
    this.#noise = 0;
    this.#deadline = null;
    return noise;
  }

  #hear(byte: number): Said | null {
    let frame = this.#framing(this.#partial, byte);
    if (frame.does === "restart") {
      this.#giveUp();
      frame = this.#framing(this.#partial, byte);
    }
    if (frame.does === "interject") return frame.said;
    if (frame.does === "wait") {
      this.#partial.push(byte);
      return null;
    }
    if (frame.does === "say") {
      this.#partial = [];
      return frame.said;
    }
    this.#noise += 1;
    this.#giveUp();
    return null;
  }

  #giveUp(): void {
    this.#noise += this.#partial.length;
    this.#partial = [];
  }
}
