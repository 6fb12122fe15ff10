/**
 * Conversations with a virtual device, in the form of `dialogue.ts` and from the same pages of the
 * manual: `>` is given to the twin, `<` is what it must say, `@` is what a person does to it, and
 * `!` an event with the fields that are named.
 */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Output } from "#simulator/devices/device.ts";
import { type Millis, millis } from "#state/base/units.ts";
import { type DialogueLine, readDialogue, unfold } from "#test/support/dialogue.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

export interface Twin<Action, Event> {
  readonly deadline: Millis | null;
  receive(bytes: Uint8Array, now: Millis): Output<Event>;
  wake(now: Millis): Output<Event>;
  act(action: Action, now: Millis): Output<Event>;
  power?(power: "on" | "off", now: Millis): Output<Event>;
}

interface Heard {
  bytes: string;
  events: readonly { readonly kind: string }[];
}

/** Plays a dialogue file; what `@` says is given to `actionOf`, but for `wait` and `power`. */
export function replayTwin<Action, Event extends { readonly kind: string }>(
  file: URL,
  twin: Twin<Action, Event>,
  actionOf: (words: readonly string[]) => Action,
): void {
  let now = 1_000_000;
  const heard: Heard = { bytes: "", events: [] };
  const take = ({ writes, events }: Output<Event>) => {
    heard.bytes = [heard.bytes, ...writes.map(toHex)].join(" ").trim();
    // Of each sending a scanner tells that it was written to; the dialogue shows that itself.
    heard.events = [
      ...heard.events,
      ...events.filter(({ kind }) => kind !== "scanner was written to"),
    ];
  };
  const wait = (ms: number) => {
    const end = now + ms;
    for (let due = twin.deadline; due !== null && due <= end; due = twin.deadline) {
      now = Math.max(now, due);
      take(twin.wake(millis(now)));
    }
    now = end;
  };
  const act = (words: readonly string[]) => {
    if (words[0] === "wait") wait(Number(words[1]));
    else if (words[0] === "power") {
      take(twin.power?.(words[1] === "on" ? "on" : "off", millis(now)) ?? nothing);
    } else take(twin.act(actionOf(words), millis(now)));
  };
  for (const line of readDialogue(readFileSync(file, "utf8"))) {
    const at = `${file.pathname}:${line.number}`;
    if (line.mark === ">" || line.mark === "@") expectQuiet(heard, at);
    if (line.mark === ">") take(twin.receive(fromHex(unfold(line.text)), millis(now)));
    else if (line.mark === "@") act(line.text.split(/\s+/));
    else expectSaid(heard, line, at);
  }
  expectQuiet(heard, `${file.pathname}: at its end`);
}

function expectSaid(heard: Heard, { mark, text }: DialogueLine, at: string): void {
  if (mark === "<") {
    const hex = toHex(fromHex(unfold(text)));
    expect(heard.bytes.slice(0, hex.length), at).toBe(hex);
    heard.bytes = heard.bytes.slice(hex.length).trimStart();
    return;
  }
  const [first, ...rest] = heard.events;
  const [, kind = text, fields = "{}"] = /^([^{]*[^{ ]) ?({.*})?$/.exec(text) ?? [];
  expect(first, at).toMatchObject({ kind, ...JSON.parse(fields || "{}") });
  heard.events = rest;
}

function expectQuiet(heard: Heard, at: string): void {
  expect(heard, at).toEqual({ bytes: "", events: [] });
}

const nothing = { writes: [], events: [] };
