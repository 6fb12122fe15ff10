/**
 * Conversations between a driver and a device, as files that a hardware engineer can read:
 *
 *     # why                          a comment, also behind two spaces on any line
 *     @ open                         something happens in the world
 *     > 1b 40 00*384                 bytes the host sends, in order and complete; `*` repeats one
 *     < 12                           bytes the device sends
 *     ! ScanNoise {"reason":"…"}     a signal the driver gives; named fields must agree
 *
 * Built-in actions: `@ open`, `@ close`, `@ wait <ms>`; what stands between `@ repeat <n>` and
 * `@ end` is played n times. Everything said must be expected, and
 * everything expected said, before the next `<` or `@`.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Driver, Output } from "#drivers/driver.ts";
import { millis } from "#state/base/units.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

type Mark = ">" | "<" | "@" | "!";

export interface DialogueLine {
  readonly number: number;
  readonly mark: Mark;
  readonly text: string;
}

export function readDialogue(text: string): readonly DialogueLine[] {
  return unrolled(linesOf(text));
}

function unrolled(lines: readonly DialogueLine[]): readonly DialogueLine[] {
  const from = lines.findIndex(isRepeat);
  if (from < 0) return lines;
  const to = lines.findIndex(({ mark, text }) => mark === "@" && text === "end");
  if (to < from) throw new Error(`line ${lines[from]?.number}: a repeat without its end`);
  const times = Number(lines[from]?.text.split(" ")[1]);
  const repeated = Array.from({ length: times }, () => lines.slice(from + 1, to)).flat();
  return [...lines.slice(0, from), ...repeated, ...unrolled(lines.slice(to + 1))];
}

const isRepeat = ({ mark, text }: DialogueLine) => mark === "@" && text.startsWith("repeat ");

function linesOf(text: string): readonly DialogueLine[] {
  return text.split("\n").flatMap((raw, index) => {
    const line = raw.replace(/(^|\s\s+)#.*$/, "").trim();
    if (line === "") return [];
    const mark = line.charAt(0);
    if (mark !== ">" && mark !== "<" && mark !== "@" && mark !== "!") {
      throw new Error(`line ${index + 1}: a line starts with > < @ ! or #: ${line}`);
    }
    return [{ number: index + 1, mark, text: line.slice(1).trim() }];
  });
}

export interface Replay<Command, Signal> {
  readonly driver: Driver<Command, Signal>;
  /** The command that a line such as `@ print receipt` gives. */
  readonly command?: (words: readonly string[]) => Command;
  /** Device bytes are delivered in pieces of this many; whole lines when left out. */
  readonly pieces?: number;
}

/** Plays a dialogue file against a driver. */
export function replayFile<Command, Signal extends { readonly type: string }>(
  file: URL,
  replay: Replay<Command, Signal>,
): void {
  const player = new Player(replay);
  for (const line of readDialogue(readFileSync(file, "utf8"))) {
    try {
      player.play(line);
    } catch (error) {
      if (error instanceof Error)
        error.message = `${file.pathname}:${line.number} ${error.message}`;
      throw error;
    }
  }
  player.expectQuiet();
}

/** `00*3` is `00 00 00`. */
export const unfold = (hex: string) =>
  hex.replace(/([0-9a-f]{2})\*(\d+)/g, (_, byte: string, count: string) =>
    Array.from({ length: Number(count) }, () => byte).join(" "),
  );

class Player<Command, Signal extends { readonly type: string }> {
  readonly #replay: Replay<Command, Signal>;
  #now = 1_000_000;
  #written = "";
  #signals: Signal[] = [];

  constructor(replay: Replay<Command, Signal>) {
    this.#replay = replay;
  }

  play({ mark, text }: DialogueLine): void {
    if (mark === "<" || mark === "@") this.expectQuiet();
    if (mark === ">") this.#expectBytes(toHex(fromHex(unfold(text))));
    else if (mark === "!") this.#expectSignal(text);
    else if (mark === "<") this.#deliver(fromHex(unfold(text)));
    else this.#act(text.split(/\s+/));
  }

  expectQuiet(): void {
    expect({ written: this.#written, signals: this.#signals }).toEqual({
      written: "",
      signals: [],
    });
  }

  #expectBytes(hex: string): void {
    expect(this.#written.slice(0, hex.length)).toBe(hex);
    this.#written = this.#written.slice(hex.length).trimStart();
  }

  #expectSignal(text: string): void {
    const space = text.indexOf(" ");
    const type = space === -1 ? text : text.slice(0, space);
    const fields: unknown = space === -1 ? {} : JSON.parse(text.slice(space));
    expect(this.#signals.shift()).toMatchObject({ type, ...(fields as object) });
  }

  #deliver(bytes: Uint8Array): void {
    const size = this.#replay.pieces ?? bytes.length;
    for (let at = 0; at < bytes.length; at += size) {
      const piece = bytes.subarray(at, at + size);
      this.#take(this.#replay.driver.receive(piece, millis(this.#now)));
    }
  }

  #act(words: readonly string[]): void {
    const { driver, command } = this.#replay;
    const now = millis(this.#now);
    if (words[0] === "open") this.#take(driver.open(now));
    else if (words[0] === "close") this.#take(driver.close(now));
    else if (words[0] === "wait") this.#wait(Number(words[1]));
    else if (command !== undefined) this.#take(driver.obey(command(words), now));
    else throw new Error(`no such action: ${words.join(" ")}`);
  }

  #wait(duration: number): void {
    const end = this.#now + duration;
    for (;;) {
      const due = this.#replay.driver.deadline;
      if (due === null || due > end) break;
      this.#now = Math.max(this.#now, due);
      this.#take(this.#replay.driver.wake(millis(this.#now)));
    }
    this.#now = end;
  }

  #take(output: Output<Signal>): void {
    const written = output.writes.map(toHex).join(" ");
    this.#written = `${this.#written} ${written}`.trim();
    this.#signals.push(...output.signals);
  }
}
