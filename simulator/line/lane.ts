import { type Millis, millis } from "#state/base/units.ts";
import { goodLane, type LaneFaults, type LaneState } from "./faults.ts";

/** Bytes, and when they come out at the other end. */
export interface Piece {
  readonly due: Millis;
  readonly bytes: Uint8Array;
}

/**
 * One direction of a cable. Bytes go in as somebody wrote them and come out when they are due, in
 * order, less what the faults took. The same bytes at the same instants come out the same.
 */
export class Lane {
  #faults: LaneFaults = goodLane;
  #random = randomFrom(0);
  /** Bytes since `loseEvery` was last set. */
  #counted = 0;
  #lost = 0;
  #pieces: Piece[] = [];
  /** Nothing overtakes what went in before it. */
  #freeAt = 0;

  get state(): LaneState {
    return { ...this.#faults, lost: this.#lost };
  }

  /** Bytes that are on their way. */
  get queued(): number {
    return this.#pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  get deadline(): Millis | null {
    return this.#pieces[0]?.due ?? null;
  }

  change(change: Partial<LaneFaults>): void {
    this.#faults = { ...this.#faults, ...change };
    if (change.loseEvery !== undefined) this.#counted = 0;
    if (change.seed !== undefined) this.#random = randomFrom(change.seed);
  }

  mend(): void {
    this.#faults = goodLane;
  }

  /** Whatever is on its way is lost. */
  clear(): void {
    this.#lost += this.queued;
    this.#pieces = [];
  }

  /** The bytes find no cable. */
  lose(bytes: Uint8Array): void {
    this.#lost += bytes.length;
  }

  /** @returns what became of the cable under these bytes */
  send(bytes: Uint8Array, now: Millis): "cut" | "reset" | null {
    const passed: number[] = [];
    let end: "cut" | "reset" | null = null;
    let sent = 0;
    for (const byte of bytes) {
      sent += 1;
      if (this.#isLost()) this.#lost += 1;
      else passed.push(byte);
      end = this.#ending();
      if (end !== null) break;
    }
    this.#lost += bytes.length - sent;
    const times = this.#countDown("doubleNext") === null ? 1 : 2;
    for (let time = 0; time < times; time += 1) this.#queue(Uint8Array.from(passed), now);
    return end;
  }

  /** What has arrived by `now`. */
  take(now: Millis): readonly Piece[] {
    const due = this.#pieces.filter((piece) => piece.due <= now);
    this.#pieces = this.#pieces.slice(due.length);
    return due;
  }

  #isLost(): boolean {
    const { loseEvery, losePerMille } = this.#faults;
    this.#counted += 1;
    if (this.#countDown("loseNext") !== null) return true;
    if (loseEvery > 0 && this.#counted % loseEvery === 0) return true;
    return losePerMille > 0 && this.#random() * 1000 < losePerMille;
  }

  #ending(): "cut" | "reset" | null {
    if (this.#countDown("cutAfter") === 0) return "cut";
    return this.#countDown("resetAfter") === 0 ? "reset" : null;
  }

  /** @returns how many are left; null when there were none */
  #countDown(name: "loseNext" | "doubleNext" | "cutAfter" | "resetAfter"): number | null {
    const before = this.#faults[name];
    if (before === 0) return null;
    this.#faults = { ...this.#faults, [name]: before - 1 };
    return before - 1;
  }

  #queue(bytes: Uint8Array, now: Millis): void {
    const { delayMs, pieceBytes, pieceGapMs } = this.#faults;
    const size = pieceBytes === 0 ? bytes.length : pieceBytes;
    let due = Math.max(now + delayMs, this.#freeAt);
    for (let at = 0; at < bytes.length; at += size) {
      this.#pieces.push({ due: millis(due), bytes: bytes.slice(at, at + size) });
      if (pieceBytes > 0) due += pieceGapMs;
    }
    this.#freeAt = due;
  }
}

/** Numbers from 0 to 1 that depend on the seed alone: mulberry32, public domain. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
