import type { CounterEvent } from "../virtual-counter.ts";
import type { Moment } from "./scenario.ts";
import type { Slots } from "./words.ts";

export interface MomentRow {
  readonly pattern: string;
  readonly make: (slots: Slots) => Moment;
}

const row = (pattern: string, make: (slots: Slots) => Moment): MomentRow => ({ pattern, make });

const on = (words: string, ...kinds: readonly CounterEvent["kind"][]): MomentRow =>
  row(`on ${words}`, () => ({ kind: "event", count: 1, isIt: ({ kind }) => kinds.includes(kind) }));

/** What a line can wait for. The longest that fits counts. */
export const momentRows: readonly MomentRow[] = [
  row("at {time}", ({ time }) => ({ kind: "at", ms: time })),
  row("after {time}", ({ time }) => ({ kind: "later", ms: time })),
  row("after {count} bytes", ({ count, way }) => ({ kind: "bytes", count, ...way })),
  row("after {count} bytes {way}", ({ count, way }) => ({ kind: "bytes", count, ...way })),
  on("scan", "scanned"),
  row("on scan {text}", ({ text }) => ({
    kind: "event",
    count: 1,
    isIt: (event) => event.kind === "scanned" && event.label === text,
  })),
  on("line printed", "line printed"),
  row("on {count} lines printed", ({ count }) => ({
    kind: "event",
    count,
    isIt: ({ kind }) => kind === "line printed",
  })),
  on("cut", "receipt cut"),
  on("tear", "receipt torn"),
  on("kick", "pulse sent"),
  on("drawer opened", "drawer opened"),
  on("drawer closed", "drawer closed"),
  on("paper out", "paper ran out"),
  on("cutter failed", "cutter failed"),
  on("offline", "went off line"),
  on("online", "came on line"),
  on("buzz", "buzzed"),
  on("power off", "powered off", "power failed"),
  on("power on", "powered on", "power returned"),
  on("cable cut", "cable pulled"),
  on("reset", "connection reset"),
];
