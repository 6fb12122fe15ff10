import {
  ANSWER_BLOCK_STARTS,
  ASB_FIRST,
  NUL,
  REAL_TIME_STATUS,
  STATUS_MASK,
  XOFF,
  XON,
} from "#drivers/wire/escpos.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** One thing the printer said. */
export type Answer =
  | { readonly type: "automatic"; readonly status: readonly [number, number, number, number] }
  /** The answer to a `DLE EOT`; which one, only the asker knows. */
  | { readonly type: "real-time"; readonly status: number }
  /** The answer to a queued `GS r`. */
  | { readonly type: "queued"; readonly status: number }
  /** An answer that runs to NUL, without its NUL. */
  | { readonly type: "block"; readonly bytes: Uint8Array }
  | { readonly type: "flow"; readonly byte: number };

/** Longest answer that runs to NUL, in bytes: names and counters are far shorter. */
export const BLOCK_LIMIT = 128;
/** Silence after which an unfinished answer is given up. */
export const RESYNC_AFTER = millis(500);

/**
 * Parts the one stream in which a printer mixes four kinds of answers, by the fixed bits of each
 * byte (Epson, "transmission status identification"). Fed byte by byte, so that any split of the
 * stream gives the same answers. Bytes that fit nothing are counted, never thrown.
 */
export class BackChannel {
  #partial: number[] = [];
  #noise = 0;
  #deadline: Millis | null = null;

  /** When an unfinished answer is stale or noise must be told; null while neither waits. */
  get deadline(): Millis | null {
    return this.#deadline;
  }

  /** @returns the answer that `byte` completes; null while it is unfinished */
  take(byte: number, now: Millis): Answer | null {
    if (this.#deadline !== null && now >= this.#deadline) this.#giveUp();
    const answer = this.#classify(byte);
    const waits = this.#partial.length > 0 || this.#noise > 0;
    this.#deadline = waits ? millis(now + RESYNC_AFTER) : null;
    return answer;
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

  #classify(byte: number): Answer | null {
    const isPartBlock = isBlockStart(this.#partial[0] ?? NUL);
    if (byte === XON || byte === XOFF) return { type: "flow", byte };
    if (isPartBlock) return this.#continueBlock(byte);
    if (this.#partial.length > 0 && !isQuiet(byte)) this.#giveUp();
    if (this.#partial.length > 0) return this.#continueStatus(byte);
    if ((byte & STATUS_MASK) === ASB_FIRST || isBlockStart(byte)) {
      this.#partial = [byte];
      return null;
    }
    if ((byte & STATUS_MASK) === REAL_TIME_STATUS) return { type: "real-time", status: byte };
    if (isQuiet(byte)) return { type: "queued", status: byte };
    this.#noise += 1;
    return null;
  }

  #continueStatus(byte: number): Answer | null {
    const [first, second, third] = this.#partial;
    if (first === undefined || second === undefined || third === undefined) {
      this.#partial.push(byte);
      return null;
    }
    this.#partial = [];
    return { type: "automatic", status: [first, second, third, byte] };
  }

  #continueBlock(byte: number): Answer | null {
    if (byte !== NUL) {
      this.#partial.push(byte);
      if (this.#partial.length > BLOCK_LIMIT) this.#giveUp();
      return null;
    }
    const bytes = Uint8Array.from(this.#partial);
    this.#partial = [];
    return { type: "block", bytes };
  }

  #giveUp(): void {
    this.#noise += this.#partial.length;
    this.#partial = [];
  }
}

function isBlockStart(byte: number): boolean {
  return ANSWER_BLOCK_STARTS.some((start) => start === byte);
}

/** `0xx0xxxx`: the rest of an automatic status, or an answer to `GS r`. */
function isQuiet(byte: number): boolean {
  return (byte & 0x90) === 0;
}
