/**
 * Conversations between a host and the virtual printer, in the notation of `dialogue.ts` read from
 * the other side:
 *
 *     > 1d 72 01                     the host sends
 *     < 00                           the printer answers, in order and complete
 *     @ paper out                    a person does something: `deeds` below
 *     @ wait 500                     time passes, in milliseconds
 *     ! buzzed {"times":2}           something happened; named fields must agree
 *
 * Everything said must be expected, and everything expected said, before the next `>` or `@`. What
 * merely goes along (lines, on and off line, drawers) need not be told.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import {
  type CounterEvent,
  type CounterOptions,
  type CounterOutput,
  sentBy,
  virtualCounter,
} from "#simulator/virtual-counter.ts";
import { millis } from "#state/base/units.ts";
import { type DialogueLine, readDialogue } from "./dialogue.ts";
import { fromHex, toHex } from "./hex.ts";

type Counter = ReturnType<typeof virtualCounter>;
type Deed = (counter: Counter, now: ReturnType<typeof millis>) => CounterOutput;

const printer =
  (action: Parameters<Counter["printer"]["act"]>[0]): Deed =>
  (counter, now) =>
    counter.act("printer", action, now);

const deeds: Readonly<Record<string, Deed>> = {
  "paper ok": printer({ kind: "paper", paper: "ok" }),
  "paper near-end": printer({ kind: "paper", paper: "near-end" }),
  "paper out": printer({ kind: "paper", paper: "out" }),
  "cover open": printer({ kind: "cover", cover: "open" }),
  "cover closed": printer({ kind: "cover", cover: "closed" }),
  "cutter jammed": printer({ kind: "cutter", cutter: "jammed" }),
  "cutter ok": printer({ kind: "cutter", cutter: "ok" }),
  "head ok": printer({ kind: "head", head: "ok" }),
  "head hot": printer({ kind: "head", head: "hot" }),
  "head dead": printer({ kind: "head", head: "dead" }),
  "button held": printer({ kind: "feed button", feedButton: "held" }),
  "button up": printer({ kind: "feed button", feedButton: "up" }),
  "power off": printer({ kind: "power", power: "off" }),
  "power on": printer({ kind: "power", power: "on" }),
  "drawer open": (counter, now) => counter.act("drawer", { kind: "open" }, now),
  "drawer shut": (counter, now) => counter.act("drawer", { kind: "close" }, now),
};

const goAlong: readonly CounterEvent["kind"][] = [
  "line printed",
  "went off line",
  "came on line",
  "drawer opened",
  "drawer closed",
  "paper ran out",
  "cutter failed",
];

/** Plays a dialogue file against a printer fresh from its box, whose drawer does not bounce. */
export function playPrinterDialogue(file: URL, options: CounterOptions = {}): void {
  const player = new Player(virtualCounter({ drawer: { bounceMs: 0 }, ...options }));
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

class Player {
  readonly #counter: Counter;
  #now = 1_000_000;
  #said = "";
  #events: CounterEvent[] = [];

  constructor(counter: Counter) {
    this.#counter = counter;
  }

  play({ mark, text }: DialogueLine): void {
    if (mark === ">" || mark === "@") this.expectQuiet();
    if (mark === "<") this.#expectSaid(toHex(fromHex(text)));
    else if (mark === "!") this.#expectEvent(text);
    else if (mark === ">") {
      this.#take(this.#counter.receive("printer", fromHex(text), millis(this.#now)));
    } else this.#act(text);
  }

  expectQuiet(): void {
    expect({ said: this.#said, events: this.#events }).toEqual({ said: "", events: [] });
  }

  #expectSaid(hex: string): void {
    expect(this.#said.slice(0, hex.length)).toBe(hex);
    this.#said = this.#said.slice(hex.length).trimStart();
  }

  #expectEvent(text: string): void {
    const brace = text.indexOf("{");
    const kind = (brace === -1 ? text : text.slice(0, brace)).trim();
    const fields: unknown = brace === -1 ? {} : JSON.parse(text.slice(brace));
    expect(this.#events.shift()).toMatchObject({ kind, ...(fields as object) });
  }

  #act(text: string): void {
    const [, ms] = /^wait (\d+)$/.exec(text) ?? [];
    if (ms !== undefined) {
      this.#wait(Number(ms));
      return;
    }
    const deed = deeds[text];
    if (deed === undefined) throw new Error(`nobody can: ${text}`);
    this.#take(deed(this.#counter, millis(this.#now)));
  }

  #wait(duration: number): void {
    const end = this.#now + duration;
    for (let due = this.#counter.deadline; due !== null && due <= end; ) {
      this.#now = Math.max(this.#now, due);
      this.#take(this.#counter.wake(millis(this.#now)));
      due = this.#counter.deadline;
    }
    this.#now = end;
  }

  #take(output: CounterOutput): void {
    this.#said = `${this.#said} ${toHex(sentBy("printer", output))}`.trim();
    this.#events.push(...output.events.filter(({ kind }) => !goAlong.includes(kind)));
  }
}
