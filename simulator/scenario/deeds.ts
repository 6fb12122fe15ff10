import { type DrawerAction, openLevels } from "../devices/cash-drawer.ts";
import { displayTongues } from "../devices/customer-display.ts";
import { boxTongues } from "../devices/drawer-box.ts";
import { scaleTongues } from "../devices/scale-tongues.ts";
import type { LaneFaults, LineChange } from "../line/faults.ts";
import { type WiredName, wiredNames } from "../virtual-counter.ts";
import { act, type DeedRow, fixed, row } from "./deed-row.ts";
import { scannerRows } from "./scanner-deeds.ts";
import { type Deed, drawerNames } from "./scenario.ts";
import { usbRows } from "./usb-deeds.ts";
import type { Way } from "./words.ts";

const line =
  (device: WiredName, change: LineChange): Deed =>
  (stage) =>
    stage.disturb(device, change);

const lane = ({ device, lane: way }: Way, faults: Partial<LaneFaults>): Deed =>
  line(device, { [way]: faults });

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
  fixed("printer hangs on status", act("printer", { kind: "status hangs", hangs: true })),
  fixed("printer bears status", act("printer", { kind: "status hangs", hangs: false })),
  row("printer ignores every {count} kick", ({ count }) =>
    act("printer", { kind: "kicks ignored", every: count }),
  ),
  fixed("tear paper", act("printer", { kind: "tear" })),
  row("print {count} lines a second", ({ count }) =>
    act("printer", { kind: "speed", linesPerSecond: count }),
  ),
];

const drawersOwn: readonly DeedRow[] = drawerNames.flatMap((name) => {
  const to = (action: DrawerAction): Deed => act(name, action);
  return [
    fixed(`open ${name}`, to({ kind: "open" })),
    fixed(`close ${name}`, to({ kind: "close" })),
    fixed(`jam ${name}`, to({ kind: "jam", jammed: true })),
    fixed(`free ${name}`, to({ kind: "jam", jammed: false })),
    fixed(`stick ${name} switch`, to({ kind: "switch", stuck: true })),
    fixed(`free ${name} switch`, to({ kind: "switch", stuck: false })),
    row(`${name} bounces for {time}`, ({ time }) => to({ kind: "bounce", bounceMs: time })),
    ...openLevels.map((openLevel) =>
      fixed(`${name} sense ${openLevel}`, to({ kind: "sense", openLevel })),
    ),
  ];
});

const box: readonly DeedRow[] = boxTongues.map((speaks) =>
  fixed(`box speaks ${speaks}`, act("box", { kind: "speaks", speaks })),
);

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
  row("swap cables of {device} and {other}", ({ device, other }) => (stage) => {
    stage.swapCables(device, other);
  }),
  row("mend line of {device}", ({ device }) => line(device, { mend: true })),
  fixed("mend all lines", (stage) => {
    for (const device of wiredNames) stage.disturb(device, { mend: true });
  }),
];

/** Everything that a line can do to the counter. */
export const deedRows: readonly DeedRow[] = [
  ...scannerRows,
  ...printer,
  ...drawersOwn,
  ...box,
  ...scale,
  ...display,
  ...cables,
  ...usbRows,
];
