import type { NamedCommand } from "#drivers/printers/commands.ts";
import { WIDEST_NARROW } from "#drivers/printers/type-case.ts";

/** Commands one behind the other, as they go over the wire. */
export interface CommandRun {
  readonly bytes: Uint8Array;
  /** Where each command ends in `bytes`: between commands a run may be parted. */
  readonly ends: readonly number[];
  /** What the manual calls each; `text` for a line of characters. */
  readonly names: readonly string[];
}

/** The commands of a run one by one, for who reads it. */
export function commandsOf({ bytes, ends, names }: CommandRun): readonly NamedCommand[] {
  return ends.map((end, index) => ({
    name: names[index] ?? "",
    bytes: bytes.subarray(ends[index - 1] ?? 0, end),
  }));
}

/** A run of ready-made commands. */
export function runOf(...commands: readonly NamedCommand[]): CommandRun {
  const writer = new CommandWriter();
  for (const command of commands) writer.add(command);
  return writer.finish();
}

const SPACE = 0x20;

/** Writes commands into one array of bytes that grows. */
export class CommandWriter {
  #bytes = new Uint8Array(2048);
  #length = 0;
  readonly #ends: number[] = [];
  readonly #names: string[] = [];

  add({ name, bytes }: NamedCommand): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    this.end(name);
  }

  /** One byte of a command that `end` names. */
  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** Characters of the command that `end` names. */
  characters(codes: Uint16Array, from: number, to: number): void {
    this.#reserve(2 * (to - from));
    const bytes = this.#bytes;
    let length = this.#length;
    for (let at = from; at < to; at += 1) {
      const code = codes[at] ?? 0;
      if (code > WIDEST_NARROW) {
        bytes[length] = code >> 8;
        length += 1;
      }
      bytes[length] = code;
      length += 1;
    }
    this.#length = length;
  }

  /** The same byte `count` times, by default a space. */
  repeat(count: number, value = SPACE): void {
    this.#reserve(count);
    const bytes = this.#bytes;
    const end = this.#length + count;
    for (let at = this.#length; at < end; at += 1) bytes[at] = value;
    this.#length = end;
  }

  /** What was written since the last end is one command. */
  end(name: string): void {
    this.#ends.push(this.#length);
    this.#names.push(name);
  }

  finish(): CommandRun {
    return { bytes: this.#bytes.slice(0, this.#length), ends: this.#ends, names: this.#names };
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * (this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
