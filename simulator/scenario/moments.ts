import type { CounterEvent } from "../virtual-counter.ts";
import type { DrawerName, Moment } from "./scenario.ts";
import type { Slots } from "./words.ts";

export interface MomentRow {
  readonly pattern: string;
  readonly make: (slots: Slots) => Moment;
}

const row = (pattern: string, make: (slots: Slots) => Moment): MomentRow => ({ pattern, make });

const on = (words: string, ...kinds: readonly CounterEvent["kind"][]): MomentRow =>
  row(`on ${words}`, () => ({ kind: "event", count: 1, isIt: ({ kind }) => kinds.includes(kind) }));

/** The drawer on the printer's connector is heard of through the printer. */
const moved = (pattern: string, name: DrawerName, kind: CounterEvent["kind"]): MomentRow =>
  row(pattern, () => ({
    kind: "event",
    count: 1,
    isIt: (event) => event.kind === kind && event.device === (name === "drawer" ? "printer" : name),
  }));

/** What a line can wait for. The longest that fits counts. */
export const momentRows: readonly MomentRow[] = [
  row("at {time}", ({ time }) => ({ kind: "at", ms: time })),
  row("after {time}", ({ time }) => ({ kind: "later", ms: time })),
  row("after {count} bytes", ({ count, way }) => ({ kind: "bytes", count, ...way })),
  row("after {count} bytes {way}", ({ count, way }) => ({ kind: "bytes", count, ...way })),
  on("scan", "scanned", "typed"),
  row("on scan {text}", ({ text }) => ({
    kind: "event",
    count: 1,
    isIt: (event) => (event.kind === "scanned" || event.kind === "typed") && event.label === text,
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
  ...(["drawer", "box", "hid-drawer"] as const).flatMap((name) => [
    moved(`on ${name} opened`, name, "drawer opened"),
    moved(`on ${name} closed`, name, "drawer closed"),
  ]),
  row("on coil hot", () => ({
    kind: "event",
    count: 1,
    isIt: (event) => event.kind === "pulse wasted" && event.why === "coil hot",
  })),
  on("command", "scanner obeyed", "scanner set up", "scanner asked"),
  row("on command {text}", ({ text }) => ({
    kind: "event",
    count: 1,
    isIt: (event) => event.kind === "scanner obeyed" && event.what === text,
  })),
  on("paper out", "paper ran out"),
  on("cutter failed", "cutter failed"),
  on("offline", "went off line"),
  on("online", "came on line"),
  on("buzz", "buzzed"),
  on("power off", "powered off", "power failed"),
  on("power on", "powered on", "power returned"),
  on("cable cut", "cable pulled"),
  on("reset", "connection reset"),
  on("usb taken", "usb taken by a host"),
  on("usb free", "usb let go by its host", "usb pulled"),
  on("usb pulled", "usb pulled"),
];
