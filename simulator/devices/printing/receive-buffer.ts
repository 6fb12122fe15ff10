import { type Token, Tokenizer } from "./tokenizer.ts";
import type { Tongue } from "./tongue.ts";

export interface Entry {
  readonly token: Token;
  /** Bytes it took in the buffer. */
  readonly size: number;
}

/**
 * The receive buffer. What does not fit is lost without a word, as on a line without flow control.
 * A command longer than the buffer passes through while the mechanics are free: a printer with
 * 4 KB prints a picture of 60 KB as it comes.
 */
export class ReceiveBuffer {
  readonly #capacity: number;
  readonly #tokenizer: Tokenizer;
  readonly #isRealTime: (token: Token) => boolean;
  #entries: Entry[] = [];
  #head = 0;
  #queuedBytes = 0;

  constructor(capacity: number, tongue: Pick<Tongue, "extentOf" | "isRealTime">) {
    this.#capacity = capacity;
    this.#tokenizer = new Tokenizer((head) => tongue.extentOf(head));
    this.#isRealTime = (token) => tongue.isRealTime(token);
  }

  get hasToken(): boolean {
    return this.#head < this.#entries.length;
  }

  /** Bytes held, a command that has only begun included. */
  get size(): number {
    return this.#queuedBytes + this.#tokenizer.pending;
  }

  /** How many more bytes it is sure to take. `isRunning`: the mechanics can print. */
  room(isRunning: boolean): number {
    const isPassing = isRunning && !this.hasToken;
    return Math.max(isPassing ? 1 : 0, this.#capacity - this.size);
  }

  /** False: the buffer is full and the byte is gone. */
  take(byte: number, isRunning: boolean): boolean {
    if (this.room(isRunning) === 0) return false;
    const before = this.#tokenizer.pending;
    const token = this.#tokenizer.push(byte);
    if (token === null) return true;
    // A real-time request was obeyed on arrival and takes no room.
    if (!this.#isRealTime(token)) {
      this.#entries.push({ token, size: before + 1 });
      this.#queuedBytes += before + 1;
    }
    return true;
  }

  next(): Entry | null {
    const entry = this.#entries[this.#head];
    if (entry === undefined) return null;
    this.#head += 1;
    this.#queuedBytes -= entry.size;
    if (this.#head === this.#entries.length || this.#head > 4096) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
    return entry;
  }

  /** Empties it; answers how many bytes are lost. */
  clear(): number {
    const lost = this.size;
    this.#tokenizer.clear();
    this.#entries = [];
    this.#head = 0;
    this.#queuedBytes = 0;
    return lost;
  }
}
