import type { Millis } from "#state/base/units.ts";
import type { CashDrawer, OpenLevel } from "../devices/cash-drawer.ts";
import type { DisplayTongue } from "../devices/customer-display.ts";
import type { Shown } from "../devices/displays/reader.ts";
import type { BoxTongue } from "../devices/drawer-box.ts";
import { realTimeStatus } from "../devices/escpos/status.ts";
import type { HidPosTongue } from "../devices/hid-pos-scanner.ts";
import type { ScannerTongue } from "../devices/line-scanner.ts";
import type { ScaleTongue } from "../devices/scale-tongues.ts";
import type { OemTongue } from "../devices/scanning/usb-oem-reports.ts";
import type { LineState } from "../line/faults.ts";
import { COLUMN_DOTS, type Edge, heightOf, type Receipt } from "../paper/paper.ts";
import { paperText } from "../paper/paper-text.ts";
import type { UsbSlot } from "../ports/usbip/rack.ts";
import type { ScenarioReport } from "../scenario/run.ts";
import {
  type CounterEvent,
  perWire,
  type VirtualCounter,
  type WiredName,
} from "../virtual-counter.ts";

/** What `GET /api/state` and each message of `GET /api/events` say. The page knows no more. */
export interface BenchState {
  readonly printer: {
    readonly power: "on" | "off";
    readonly paper: "ok" | "near-end" | "out";
    readonly cover: "open" | "closed";
    readonly cutter: "ok" | "jammed";
    readonly head: "ok" | "hot" | "dead";
    readonly feedButton: "up" | "held";
    readonly online: boolean;
    readonly printing: boolean;
    readonly linesPerSecond: number;
    readonly columns: number;
    /** Bytes received and not yet printed. */
    readonly bufferedBytes: number;
    /** What `DLE EOT 1` to `4` would answer, in hex. */
    readonly status: readonly string[];
  };
  readonly drawer: DrawerState & {
    /** What the printer reads on pin 3. */
    readonly level: "high" | "low";
  };
  readonly scanner: { readonly scans: number; readonly speaks: ScannerTongue };
  readonly hidScanner: {
    readonly scans: number;
    readonly speaks: HidPosTongue;
    /** Honeywell's are silent until their host says so. */
    readonly enabled: boolean;
  };
  readonly oemScanner: {
    readonly scans: number;
    readonly speaks: OemTongue;
    readonly enabled: boolean;
  };
  readonly keyboard: { readonly scans: number };
  /** The drawer on USB; `lost`: somebody has sent it into its boot loader. */
  readonly hidDrawer: DrawerState & { readonly lost: boolean };
  readonly scale: {
    readonly speaks: ScaleTongue;
    readonly power: "on" | "off";
    readonly grams: number;
    readonly restless: boolean;
    readonly delayMs: number;
  };
  /** The drawer with a line of its own. */
  readonly box: DrawerState & { readonly speaks: BoxTongue };
  readonly display: {
    readonly power: "on" | "off";
    readonly speaks: DisplayTongue;
    readonly shown: Shown;
  };
  /** The USB cables; none where no host can reach them. */
  readonly usb: readonly UsbSlot[];
  /** Each device's cable, with what is set and what it has lost. */
  readonly lines: Readonly<Record<WiredName, LineState>>;
  readonly receipts: {
    /** The newest, finished or not; 0 when nothing was ever printed. */
    readonly newest: number;
    /** The one still in the printer, or null. */
    readonly printing: number | null;
    /** Rows on the one still in the printer: a new picture is worth fetching. */
    readonly rows: number;
    /** All there are, oldest first. */
    readonly numbers: readonly number[];
  };
  /** The scenario that runs or ran last. */
  readonly scenario: ScenarioReport | null;
  /** The newest last. */
  readonly log: readonly LogLine[];
}

export interface DrawerState {
  readonly open: boolean;
  readonly jammed: boolean;
  readonly switchStuck: boolean;
  readonly openings: number;
  readonly bounceMs: number;
  readonly sense: OpenLevel;
}

export interface LogLine {
  readonly number: number;
  readonly at: Millis;
  readonly event: Readable<CounterEvent>;
}

/** Bytes as spaced hex. */
type Readable<Event> = Event extends { readonly kind: "unknown command" }
  ? Omit<Event, "bytes"> & { readonly bytes: string }
  : Event;

export function describe(
  counter: VirtualCounter,
  usb: readonly UsbSlot[],
  log: readonly LogLine[],
  scenario: ScenarioReport | null,
): BenchState {
  const { drawer, scanner, hidScanner, oemScanner, keyboard, display } = counter;
  const { box, hidDrawer, scale } = counter;
  const { paper } = counter.printer;
  return {
    printer: describePrinter(counter),
    drawer: { ...describeDrawer(drawer), level: drawer.level },
    scanner: { scans: scanner.scans, speaks: scanner.speaks },
    hidScanner: {
      scans: hidScanner.scans,
      speaks: hidScanner.speaks,
      enabled: hidScanner.isEnabled,
    },
    oemScanner: {
      scans: oemScanner.scans,
      speaks: oemScanner.speaks,
      enabled: oemScanner.isEnabled,
    },
    keyboard: { scans: keyboard.scans },
    hidDrawer: { ...describeDrawer(hidDrawer.drawer), lost: hidDrawer.isLost },
    scale: {
      speaks: scale.speaks,
      power: scale.isOn ? "on" : "off",
      grams: scale.grams,
      restless: scale.isRestless,
      delayMs: scale.delayMs,
    },
    box: { ...describeDrawer(box.drawer), speaks: box.speaks },
    display: {
      power: display.isOn ? "on" : "off",
      speaks: display.speaks,
      shown: display.shown,
    },
    usb,
    lines: perWire((name) => counter.line(name)),
    receipts: {
      newest: paper.newest,
      printing: paper.openRows > 0 ? paper.newest : null,
      rows: paper.openRows,
      numbers: paper.numbers,
    },
    scenario,
    log,
  };
}

function describeDrawer(drawer: CashDrawer): DrawerState {
  return {
    open: drawer.isOpen,
    jammed: drawer.isJammed,
    switchStuck: drawer.isSwitchStuck,
    openings: drawer.openings,
    bounceMs: drawer.bounceMs,
    sense: drawer.openLevel,
  };
}

function describePrinter({ printer }: VirtualCounter): BenchState["printer"] {
  const { paper, cover, head, feedButton } = printer.condition;
  const ask = (n: 1 | 2 | 3 | 4) => realTimeStatus(n, printer.condition).toString(16);
  return {
    power: printer.isOn ? "on" : "off",
    paper,
    cover,
    cutter: printer.isCutterJammed ? "jammed" : "ok",
    head,
    feedButton,
    online: printer.isOnline,
    printing: printer.isWorking,
    linesPerSecond: printer.linesPerSecond,
    columns: printer.paper.widthDots / COLUMN_DOTS,
    bufferedBytes: printer.buffered,
    status: [ask(1), ask(2), ask(3), ask(4)],
  };
}

/** A receipt as `GET /api/receipts` lists it. */
export interface ListedReceipt {
  readonly number: number;
  readonly text: string;
  /** False while it is still in the printer. */
  readonly complete: boolean;
  readonly edge: Edge;
  readonly bytes: number;
  readonly heightMm: number;
}

export function listReceipt(receipt: Receipt): ListedReceipt {
  return {
    number: receipt.number,
    text: paperText(receipt),
    complete: receipt.edge !== "open",
    edge: receipt.edge,
    bytes: receipt.bytes,
    heightMm: Math.round(heightOf(receipt.rows) / 8),
  };
}
