import type { Millis } from "#state/base/units.ts";
import type { CashDrawer } from "../devices/cash-drawer.ts";
import type { LineChange } from "../line/faults.ts";
import type { UsbChange, UsbName, UsbRack } from "../ports/usbip/rack.ts";
import type {
  CounterActions,
  CounterEvent,
  DeviceName,
  VirtualCounter,
  WiredName,
} from "../virtual-counter.ts";

/** A scenario file, read: its lines from top to bottom. */
export interface Scenario {
  /** Of the file, without its folder. */
  readonly name: string;
  /** The first comment; the name when there is none. */
  readonly title: string;
  readonly steps: readonly Step[];
}

/** One line: it waits for its moment, and then does its deed or sees that something holds. */
export interface Step {
  /** In the file, from 1. */
  readonly line: number;
  readonly text: string;
  readonly moment: Moment | null;
  readonly deed: Deed | null;
  readonly expectation: Expectation | null;
  /** How long it waits for bytes or an event before it fails. */
  readonly momentMs: number;
  /** How long what is expected may take to hold. */
  readonly expectationMs: number;
}

/** Times count from the scenario's start (`at`) or from the line before; so do bytes and events. */
export type Moment =
  | { readonly kind: "at"; readonly ms: number }
  | { readonly kind: "later"; readonly ms: number }
  | {
      readonly kind: "bytes";
      readonly count: number;
      readonly device: WiredName;
      readonly lane: "toDevice" | "toHost";
    }
  | {
      readonly kind: "event";
      readonly count: number;
      readonly isIt: (event: CounterEvent) => boolean;
    };

/** What a scenario works on: the bench's host, in a test or live. */
export interface Stage {
  readonly counter: VirtualCounter;
  act<Name extends DeviceName>(on: Name, action: CounterActions[Name]): void;
  disturb(cableOf: WiredName, change: LineChange): void;
  readonly usb: UsbRack;
  changeUsb(name: UsbName, change: UsbChange): void;
  swapCables(one: WiredName, other: WiredName): void;
}

export type Deed = (stage: Stage) => void;

/** The three drawers, by the word that a line has for them. */
export const drawerNames = ["drawer", "box", "hid-drawer"] as const;
export type DrawerName = (typeof drawerNames)[number];

export const drawersOf = (counter: VirtualCounter): Readonly<Record<DrawerName, CashDrawer>> => ({
  drawer: counter.drawer,
  box: counter.box.drawer,
  "hid-drawer": counter.hidDrawer.drawer,
});

export const scansOf = ({ scanner, hidScanner, oemScanner, keyboard }: VirtualCounter): number =>
  scanner.scans + hidScanner.scans + oemScanner.scans + keyboard.scans;

/** What the counter was like when the scenario began; counts are told from there. */
export interface Baseline {
  readonly startedAt: Millis;
  readonly finishedReceipts: number;
  /** Of all scanners together, and of each drawer. */
  readonly scans: number;
  readonly openings: Readonly<Record<DrawerName, number>>;
}

/** @returns null when it holds, else what is there instead */
export type Expectation = (counter: VirtualCounter, since: Baseline, stage: Stage) => string | null;
