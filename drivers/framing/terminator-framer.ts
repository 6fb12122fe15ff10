import { ETX, STX } from "#drivers/wire/aim.ts";
import { CR, LF } from "#drivers/wire/escpos.ts";
import { type Millis, millis } from "#state/base/units.ts";

/** A whole frame without its terminator, or bytes given up. */
export type Framed =
  | { readonly type: "frame"; readonly bytes: Uint8Array }
  | {
      readonly type: "dropped";
      readonly reason: "too-long" | "stale-fragment";
      readonly bytesDropped: number;
    };

/** Longest frame in bytes; the largest QR code holds 7089. */
export const FRAME_LIMIT = 8192;
/** A fragment without its end for this long is the rest of something lost. */
export const STALE_AFTER = millis(500);
/** Between two bytes of one label no scanner pauses so long, and no hand scans so fast. */
export const LABEL_SILENCE = millis(100);
/**
 * Bytes that come so soon after a port was opened were on their way before. Their first frame is
 * the tail of a label, and the tail of one code may be another; nobody plugs in and scans so fast.
 */
export const BEGUN_BEFORE = millis(50);

/**
 * Cuts a byte stream at CR, LF or CR LF; at a silence only where it is told that nothing else ends
 * a label, for a time-out joins two quick scans into one. CR LF is one end even when its halves
 * arrive apart; empty frames are nothing. STX and ETX around a frame are packaging, and an ETX ends
 * what an STX began; every other byte, the GS1 separator too, is kept.
 */
export class TerminatorFramer {
  readonly #buffer = new Uint8Array(FRAME_LIMIT);
  #length = 0;
  /** Bytes of an overlong frame, which is skipped to its end and told once. */
  #skipped = 0;
  /** The frame under way began with STX. */
  #isWrapped = false;
  /** The frame under way began before anybody listened. */
  #isTail = false;
  /** When the port was opened; null once something has come. */
  #openedAt: Millis | null;
  #deadline: Millis | null = null;
  readonly #silence: Millis | null;

  /**
   * @param openedAt when the port was opened; null when nothing can have come before
   * @param silence that ends a frame; null where only its terminator does
   */
  constructor(openedAt: Millis | null = null, silence: Millis | null = null) {
    this.#openedAt = openedAt;
    this.#silence = silence;
  }

  /** When `wake` must be called; null while no fragment waits. */
  get deadline(): Millis | null {
    return this.#deadline;
  }

  receive(bytes: Uint8Array, now: Millis): readonly Framed[] {
    // The alarm may ring after bytes that were read late; the fragment is no less stale.
    const out = [...this.wake(now)];
    if (this.#openedAt !== null && bytes.length > 0) {
      this.#isTail = now < this.#openedAt + BEGUN_BEFORE;
      this.#openedAt = null;
    }
    for (const byte of bytes) {
      if (byte === CR || byte === LF || (byte === ETX && this.#isWrapped)) out.push(...this.#end());
      else this.#take(byte);
    }
    const waits = this.#length > 0 || this.#skipped > 0;
    if (!waits) this.#deadline = null;
    else if (bytes.length > 0) this.#deadline = millis(now + (this.#silence ?? STALE_AFTER));
    return out;
  }

  wake(now: Millis): readonly Framed[] {
    if (this.#deadline === null || now < this.#deadline) return [];
    return this.#silence === null ? this.abandon() : this.#end();
  }

  /** Gives up the fragment, if there is one: no more bytes will come. */
  abandon(): readonly Framed[] {
    const reason = this.#skipped > 0 ? "too-long" : "stale-fragment";
    const bytesDropped = this.#skipped + this.#length;
    this.#clear();
    return bytesDropped === 0 ? [] : [{ type: "dropped", reason, bytesDropped }];
  }

  #take(byte: number): void {
    if (this.#skipped > 0) {
      this.#skipped += 1;
    } else if (this.#length === FRAME_LIMIT) {
      this.#skipped = FRAME_LIMIT + 1;
      this.#length = 0;
    } else if (this.#length > 0 || (byte !== STX && byte !== ETX)) {
      this.#buffer[this.#length] = byte;
      this.#length += 1;
    } else if (byte === STX) this.#isWrapped = true;
  }

  #end(): readonly Framed[] {
    if (this.#skipped > 0 || this.#isTail) return this.abandon();
    const end = this.#buffer[this.#length - 1] === ETX ? this.#length - 1 : this.#length;
    const bytes = this.#buffer.slice(0, Math.max(0, end));
    this.#clear();
    return bytes.length === 0 ? [] : [{ type: "frame", bytes }];
  }

  #clear(): void {
    this.#length = 0;
    this.#skipped = 0;
    this.#isWrapped = false;
    this.#isTail = false;
    this.#deadline = null;
  }
}
