import { displayTongues } from "../devices/customer-display.ts";
import { boxTongues } from "../devices/drawer-box.ts";
import { scaleTongues } from "../devices/scale.ts";
import type { Symbology, Terminator } from "../devices/serial-scanner.ts";
import type { LaneFaults, LineChange } from "../line/faults.ts";
import {
  type CounterActions,
  type DeviceName,
  type WiredName,
  wiredNames,
} from "../virtual-counter.ts";
import type { Deed } from "./scenario.ts";
import type { Slots, Way } from "./words.ts";

export interface DeedRow {
  readonly pattern: string;
  readonly make: (slots: Slots) => Deed;
}

const act =
  <Name extends DeviceName>(on: Name, action: CounterActions[Name]): Deed =>
  (stage) =>
    stage.act(on, action);

const line =
  (device: WiredName, change: LineChange): Deed =>
  (stage) =>
    stage.disturb(device, change);

const lane = ({ device, lane: way }: Way, faults: Partial<LaneFaults>): Deed =>
  line(device, { [way]: faults });

const symbologies: readonly Symbology[] = [
  "ean13",
  "ean8",
  "upca",
  "code128",
  "gs1-128",
  "code39",
  "itf",
  "qr",
];
const terminators: readonly Terminator[] = ["cr", "lf", "crlf", "none"];

const row = (pattern: string, make: (slots: Slots) => Deed): DeedRow => ({ pattern, make });
const fixed = (pattern: string, deed: Deed): DeedRow => row(pattern, () => deed);

const scanner: readonly DeedRow[] = [
  row("scan {label}", ({ label }) => act("scanner", { kind: "trigger", label })),
  row("scan {label} twice", ({ label }) => (stage) => {
    for (const _ of [1, 2]) stage.act("scanner", { kind: "trigger", label });
  }),
  row("scan {label} without aim", ({ label }) =>
    act("scanner", { kind: "trigger", label, aim: false }),
  ),
  row("scan {label} in {count} pieces {gap} apart", ({ label, count, gap }) =>
    act("scanner", { kind: "trigger", label, chunks: count, chunkGapMs: gap }),
  ),
  ...symbologies.map((symbology) =>
    row(`scan {label} as ${symbology}`, ({ label }) =>
      act("scanner", { kind: "trigger", label, symbology }),
    ),
  ),
  ...terminators.map((terminator) =>
    row(`scan {label} ending ${terminator}`, ({ label }) =>
      act("scanner", { kind: "trigger", label, terminator }),
    ),
  ),
  row("scanner sends {hex}", ({ hex }) => act("scanner", { kind: "bytes", bytes: hex })),
];

const printer: readonly DeedRow[] = [
  fixed("paper out", act("printer", { kind: "paper", paper: "out" })),
  fixed("paper near end", act("printer", { kind: "paper", paper: "near-end" })),
  fixed("paper in", act("printer", { kind: "paper", paper: "ok" })),
  row("paper ends after {count} lines", ({ count }) =>
    act("printer", { kind: "paper left", lines: count }),
  ),
  fixed("open cover", act("printer", { kind: "cover", cover: "open" })),
  fixed("close cover", act("printer", { kind: "cover", cover: "closed" })),
  fixed("jam cutter", act("printer", { kind: "cutter", cutter: "jammed" })),
  fixed("free cutter", act("printer", { kind: "cutter", cutter: "ok" })),
  fixed("head hot", act("printer", { kind: "head", head: "hot" })),
  fixed("head dead", act("printer", { kind: "head", head: "dead" })),
  fixed("head cool", act("printer", { kind: "head", head: "ok" })),
  fixed("hold feed button", act("printer", { kind: "feed button", feedButton: "held" })),
  fixed("release feed button", act("printer", { kind: "feed button", feedButton: "up" })),
  fixed("power off", act("printer", { kind: "power", power: "off" })),
  fixed("power on", act("printer", { kind: "power", power: "on" })),
  fixed("tear paper", act("printer", { kind: "tear" })),
  row("print {count} lines a second", ({ count }) =>
    act("printer", { kind: "speed", linesPerSecond: count }),
  ),
];

const drawer: readonly DeedRow[] = [
  fixed("open drawer", act("drawer", { kind: "open" })),
  fixed("close drawer", act("drawer", { kind: "close" })),
  fixed("jam drawer", act("drawer", { kind: "jam", jammed: true })),
  fixed("free drawer", act("drawer", { kind: "jam", jammed: false })),
  fixed("stick drawer switch", act("drawer", { kind: "switch", stuck: true })),
  fixed("free drawer switch", act("drawer", { kind: "switch", stuck: false })),
];

const box: readonly DeedRow[] = [
  fixed("open box", act("box", { kind: "open" })),
  fixed("close box", act("box", { kind: "close" })),
  fixed("jam box", act("box", { kind: "jam", jammed: true })),
  fixed("free box", act("box", { kind: "jam", jammed: false })),
  fixed("stick box switch", act("box", { kind: "switch", stuck: true })),
  fixed("free box switch", act("box", { kind: "switch", stuck: false })),
  ...boxTongues.map((speaks) =>
    fixed(`box speaks ${speaks}`, act("box", { kind: "speaks", speaks })),
  ),
];

const scale: readonly DeedRow[] = [
  row("put {count} g on scale", ({ count }) => act("scale", { kind: "put", grams: count })),
  row("lift {count} g off scale", ({ count }) => act("scale", { kind: "put", grams: -count })),
  fixed("scale restless", act("scale", { kind: "restless", restless: true })),
  fixed("scale at rest", act("scale", { kind: "restless", restless: false })),
  fixed("scale off", act("scale", { kind: "power", power: "off" })),
  fixed("scale on", act("scale", { kind: "power", power: "on" })),
  row("scale loses next {count} answers", ({ count }) =>
    act("scale", { kind: "lose", answers: count }),
  ),
  row("scale answers {time} late", ({ time }) => act("scale", { kind: "late", delayMs: time })),
  ...scaleTongues.map((speaks) =>
    fixed(`scale speaks ${speaks}`, act("scale", { kind: "speaks", speaks })),
  ),
];

const display: readonly DeedRow[] = [
  fixed("display off", act("display", { kind: "power", power: "off" })),
  fixed("display on", act("display", { kind: "power", power: "on" })),
  ...displayTongues.map((speaks) =>
    fixed(`display speaks ${speaks}`, act("display", { kind: "speaks", speaks })),
  ),
];

const cables: readonly DeedRow[] = [
  fixed("cut cable", line("printer", { cable: "out" })),
  fixed("plug cable", line("printer", { cable: "in" })),
  row("cut cable of {device}", ({ device }) => line(device, { cable: "out" })),
  row("plug cable of {device}", ({ device }) => line(device, { cable: "in" })),
  row("reset connection of {device}", ({ device }) => line(device, { reset: true })),
  row("brown out {device} for {time}", ({ device, time }) => line(device, { brownOutMs: time })),
  row("lose next {count} bytes {way}", ({ way, count }) => lane(way, { loseNext: count })),
  row("lose every {count} byte {way}", ({ way, count }) => lane(way, { loseEvery: count })),
  row("lose {percent} of bytes {way} seed {count}", ({ way, percent, count }) =>
    lane(way, { losePerMille: Math.min(1000, percent * 10), seed: count }),
  ),
  row("delay bytes {way} by {time}", ({ way, time }) => lane(way, { delayMs: time })),
  row("double next {count} chunks {way}", ({ way, count }) => lane(way, { doubleNext: count })),
  row("split bytes {way} into {count} byte pieces {gap} apart", ({ way, count, gap }) =>
    lane(way, { pieceBytes: count, pieceGapMs: gap }),
  ),
  row("mend line of {device}", ({ device }) => line(device, { mend: true })),
  fixed("mend all lines", (stage) => {
    for (const device of wiredNames) stage.disturb(device, { mend: true });
  }),
];

/** Everything that a line can do to the counter. */
export const deedRows: readonly DeedRow[] = [
  ...scanner,
  ...printer,
  ...drawer,
  ...box,
  ...scale,
  ...display,
  ...cables,
];
