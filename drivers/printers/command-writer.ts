import type { NamedCommand } from "#drivers/printers/commands.ts";

/** Commands one behind the other, as they go over the wire. */
export interface CommandRun {
  readonly bytes: Uint8Array;
  /** Where each command or row ends in `bytes`: there a run may be parted. */
  readonly ends: readonly number[];
}

/** A run of ready-made commands. */
export function runOf(...commands: readonly NamedCommand[]): CommandRun {
  const writer = new CommandWriter();
  for (const command of commands) writer.add(command);
  return writer.finish();
}

const LF = 0x0a;
const SPACE = 0x20;
/** Codes from a space to here are the same in every table. */
export const LAST_ASCII = 0x7e;
/** What `text` answers when a character has no code. */
export const NO_CODE = -1;
/** A code above it goes over the wire as two bytes and is two columns wide. */
export const WIDEST_NARROW = 0xff;

/**
 * Writes commands and rows into one array of bytes that grows and is used again. In every code
 * table a byte is a column, so the bytes of a row also measure it.
 */
export class CommandWriter {
  #bytes = new Uint8Array(2048);
  #length = 0;
  #ends: number[] = [];
  /** Where the text of the row in hand begins: behind the last command. */
  #rowStart = 0;

  /** A whole command; nothing for null. */
  add(command: NamedCommand | null): void {
    if (command === null) return;
    this.insert(command);
    this.#ends.push(this.#length);
  }

  /** A command in the middle of a row, which may not be parted there; nothing for null. */
  insert(command: NamedCommand | null): void {
    if (command === null) return;
    const { bytes } = command;
    this.#reserve(bytes.length);
    for (let at = 0; at < bytes.length; at += 1) this.#bytes[this.#length + at] = bytes[at] ?? 0;
    this.#length += bytes.length;
    this.#rowStart = this.#length;
  }

  /** @returns columns written, or `NO_CODE` where a character has none; then the row is spoiled */
  text(text: string, codes: Uint16Array): number {
    const count = text.length;
    this.#reserve(2 * count);
    const bytes = this.#bytes;
    const from = this.#length;
    let to = from;
    for (let at = 0; at < count; at += 1) {
      const unit = text.charCodeAt(at);
      // ASCII needs no table, and is most of a receipt.
      if (unit >= SPACE && unit <= LAST_ASCII) {
        bytes[to] = unit;
        to += 1;
      } else {
        const code = codes[unit] ?? 0;
        if (code > WIDEST_NARROW) {
          bytes[to] = code >> 8;
          bytes[to + 1] = code;
          to += 2;
        } else if (code === 0) return NO_CODE;
        else {
          bytes[to] = code;
          to += 1;
        }
      }
    }
    this.#length = to;
    return to - from;
  }

  /** One character of a row. */
  character(code: number): void {
    this.#reserve(2);
    if (code > WIDEST_NARROW) {
      this.#bytes[this.#length] = code >> 8;
      this.#length += 1;
    }
    this.#bytes[this.#length] = code;
    this.#length += 1;
  }

  /** The same narrow character `count` times, by default a space. */
  repeat(count: number, code = SPACE): void {
    this.#reserve(count);
    const end = this.#length + count;
    for (let at = this.#length; at < end; at += 1) this.#bytes[at] = code;
    this.#length = end;
  }

  /** Takes off the spaces that end the last `count` bytes. @returns what is left of `count` */
  trim(count: number): number {
    const first = this.#length - count;
    let to = this.#length;
    while (to > first && this.#bytes[to - 1] === SPACE) to -= 1;
    this.#length = to;
    return to - first;
  }

  /** Moves the last `count` bytes to the right, by `spare` columns of space. */
  indent(count: number, spare: number): void {
    if (spare === 0) return;
    this.#reserve(spare);
    const bytes = this.#bytes;
    const first = this.#length - count;
    for (let at = this.#length - 1; at >= first; at -= 1) bytes[at + spare] = bytes[at] ?? 0;
    for (let at = first; at < first + spare; at += 1) bytes[at] = SPACE;
    this.#length += spare;
  }

  /** Forgets the row in hand. */
  dropRow(): void {
    this.#length = this.#rowStart;
  }

  /** A row ends; blanks that nothing stands behind are not sent. */
  endRow(): void {
    this.#reserve(1);
    this.trim(this.#length - this.#rowStart);
    this.#bytes[this.#length] = LF;
    this.#length += 1;
    this.#rowStart = this.#length;
    this.#ends.push(this.#length);
  }

  /** All that was written since the last time. */
  finish(): CommandRun {
    const run = { bytes: this.#bytes.slice(0, this.#length), ends: this.#ends };
    this.#length = 0;
    this.#rowStart = 0;
    this.#ends = [];
    return run;
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + count));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
