/**
 * Conversations between a host and the virtual printer, as in `twin-dialogue.ts`. What merely goes
 * along (lines, on and off line, drawers) need not be told.
 */
import type { Output } from "#simulator/devices/device.ts";
import {
  type CounterEvent,
  type CounterOptions,
  type CounterOutput,
  sentBy,
  virtualCounter,
} from "#simulator/virtual-counter.ts";
import type { Millis } from "#state/base/units.ts";
import { replayTwin, type Twin } from "./twin-dialogue.ts";

type Counter = ReturnType<typeof virtualCounter>;
type Deed = (counter: Counter, now: Millis) => CounterOutput;

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
  const counter = virtualCounter({ drawer: { bounceMs: 0 }, ...options });
  const told = (output: CounterOutput): Output<CounterEvent> => ({
    writes: [sentBy("printer", output)],
    events: output.events.filter(({ kind }) => !goAlong.includes(kind)),
  });
  const twin: Twin<Deed, CounterEvent> = {
    get deadline() {
      return counter.deadline;
    },
    receive: (bytes, now) => told(counter.receive("printer", bytes, now)),
    wake: (now) => told(counter.wake(now)),
    act: (deed, now) => told(deed(counter, now)),
    power: (power, now) => told(counter.act("printer", { kind: "power", power }, now)),
  };
  replayTwin(file, twin, (words) => {
    const deed = deeds[words.join(" ")];
    if (deed === undefined) throw new Error(`nobody can: ${words.join(" ")}`);
    return deed;
  });
}
