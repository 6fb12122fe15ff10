/**
 * Cuts the printer's input into characters and whole commands, one byte at a time, so that how the
 * line splits the stream cannot matter.
 */
export type Token =
  | { readonly kind: "character"; readonly byte: number }
  | { readonly kind: "command"; readonly bytes: Uint8Array }
  | { readonly kind: "oversized"; readonly head: Uint8Array; readonly length: number };

/** A command longer than this is passed over unread: the head cannot print it anyway. */
export const COMMAND_BYTES_MAX = 1 << 20;

/**
 * How long the command is: in bytes, or up to a byte that ends it, from the third or a later place
 * on; null when more bytes must tell.
 */
export type Extent = number | { readonly until: number; readonly from: number } | null;

/** Commands that run to a byte are short; a longer one lost that byte on the line. */
const TO_END_BYTES_MAX = 260;

export class Tokenizer {
  readonly #extentOf: (head: readonly number[]) => Extent;
  #partial: number[] = [];
  #extent: Extent = null;
  #passedOver = 0;

  /** @param extentOf asked at each byte until it answers; 1 for a byte that is text */
  constructor(extentOf: (head: readonly number[]) => Extent) {
    this.#extentOf = extentOf;
  }

  /** Bytes of a command that has begun and not ended. */
  get pending(): number {
    return this.#partial.length;
  }

  /** Takes one byte; answers the token it completes, if any. */
  push(byte: number): Token | null {
    if (this.#partial.length === 0 && byte >= 0x20 && this.#extentOf([byte]) === 1) {
      return { kind: "character", byte };
    }
    if (this.#isTooLong()) return this.#passOver();
    this.#partial.push(byte);
    this.#extent ??= this.#extentOf(this.#partial);
    if (this.#extent === null || !this.#isWhole(byte, this.#extent)) return null;
    const bytes = Uint8Array.from(this.#partial);
    this.clear();
    return { kind: "command", bytes };
  }

  /** Forgets a command that has begun: power went, or the host asked to clear the buffer. */
  clear(): void {
    this.#partial = [];
    this.#extent = null;
    this.#passedOver = 0;
  }

  #isWhole(byte: number, extent: Exclude<Extent, null>): boolean {
    const { length } = this.#partial;
    if (typeof extent === "number") return length >= extent;
    return (byte === extent.until && length > extent.from) || length >= TO_END_BYTES_MAX;
  }

  #isTooLong(): boolean {
    return typeof this.#extent === "number" && this.#extent > COMMAND_BYTES_MAX;
  }

  #passOver(): Token | null {
    this.#passedOver += 1;
    const length = Number(this.#extent);
    if (this.#partial.length + this.#passedOver < length) return null;
    const head = Uint8Array.from(this.#partial);
    this.clear();
    return { kind: "oversized", head, length };
  }
}
