/**
 * The counter's devices, wired as on a real counter: the printer drives the drawer and reads its
 * switch, the scanner stands alone. Pure like its parts; the bench gives it ports and a clock, a
 * test gives it bytes and instants.
 *
 * A new device is a row in `CounterActions`, in `CounterEvent` and in the tables of
 * `virtualCounter`; nothing else here or in the bench's host knows devices by name.
 */
import { type Millis, millis } from "#state/base/units.ts";
import { CashDrawer, type DrawerEvent, type DrawerOptions } from "./devices/cash-drawer.ts";
import type { Output, Timed, WiredDevice } from "./devices/device.ts";
import { EscposPrinter } from "./devices/escpos-printer.ts";
import type { PrinterAction, PrinterEvent, PrinterOptions } from "./devices/printer-options.ts";
import { type ScannerAction, type ScannerEvent, SerialScanner } from "./devices/serial-scanner.ts";

export interface CounterOptions {
  readonly printer?: PrinterOptions;
  readonly drawer?: DrawerOptions;
}

/** What a person can do to each device. */
export interface CounterActions {
  readonly printer: PrinterAction;
  readonly drawer: DrawerAction;
  readonly scanner: ScannerAction;
}

export type DeviceName = keyof CounterActions;

/** Devices with a wire of their own to the host; the drawer hangs on the printer. */
export const wiredNames = ["printer", "scanner"] as const;

export type WiredName = (typeof wiredNames)[number];

/** One of something for each wire. */
export function perWire<Each>(make: (name: WiredName) => Each): Record<WiredName, Each> {
  return { printer: make("printer"), scanner: make("scanner") };
}

export type CounterEvent = PrinterEvent | DrawerEvent | ScannerEvent;

/** Bytes on their way to the host, and whose they are. */
export interface Sent {
  readonly from: WiredName;
  readonly bytes: Uint8Array;
}

/** What one step did. The caller carries the bytes to whoever listens on the other end. */
export interface CounterOutput {
  readonly sent: readonly Sent[];
  readonly events: readonly CounterEvent[];
}

export type DrawerAction =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "jam"; readonly jammed: boolean };

export interface VirtualCounter extends Timed {
  readonly printer: EscposPrinter;
  readonly drawer: CashDrawer;
  readonly scanner: SerialScanner;
  /** Bytes from the host to a device. */
  receive(to: WiredName, bytes: Uint8Array, now: Millis): CounterOutput;
  /** How many bytes a device can take now without losing any. */
  room(of: WiredName): number;
  /** A person does something to a device. */
  act<Name extends DeviceName>(on: Name, action: CounterActions[Name], now: Millis): CounterOutput;
  wake(now: Millis): CounterOutput;
}

/** A counter in memory: no port, no clock, no trace on the machine. */
export function virtualCounter(options: CounterOptions = {}): VirtualCounter {
  const drawer = new CashDrawer(options.drawer);
  const printer = new EscposPrinter(options.printer, drawer);
  const scanner = new SerialScanner();
  const wired: Readonly<Record<WiredName, WiredDevice<CounterEvent>>> = { printer, scanner };
  const hands: Hands = {
    printer: (action, now) => from("printer", printer.act(action, now)),
    scanner: (action, now) => from("scanner", scanner.act(action, now)),
    drawer(action, now) {
      const event = moveDrawer(drawer, action);
      const output = from("printer", printer.drawerMoved(now));
      return event === null ? output : { ...output, events: [event, ...output.events] };
    },
  };
  return {
    printer,
    drawer,
    scanner,
    receive: (to, bytes, now) => from(to, wired[to].receive(bytes, now)),
    room: (of) => wired[of].room ?? Number.POSITIVE_INFINITY,
    act: (on, action, now) => hands[on](action, now),
    wake: (now) => joined(wiredNames.map((name) => from(name, wired[name].wake(now)))),
    get deadline() {
      const all = wiredNames.map((name) => wired[name].deadline);
      const due = all.filter((deadline) => deadline !== null);
      return due.length === 0 ? null : millis(Math.min(...due));
    },
  };
}

type Hands = {
  readonly [Name in DeviceName]: (action: CounterActions[Name], now: Millis) => CounterOutput;
};

function moveDrawer(drawer: CashDrawer, action: DrawerAction): DrawerEvent | null {
  if (action.kind === "open") return drawer.openByKey();
  if (action.kind === "close") return drawer.shut();
  drawer.jam(action.jammed);
  return null;
}

const from = (name: WiredName, { writes, events }: Output<CounterEvent>): CounterOutput => ({
  sent: writes.map((bytes) => ({ from: name, bytes })),
  events,
});

const joined = (outputs: readonly CounterOutput[]): CounterOutput => ({
  sent: outputs.flatMap(({ sent }) => sent),
  events: outputs.flatMap(({ events }) => events),
});

/** Everything that one device said in these steps. */
export function sentBy(name: WiredName, ...outputs: readonly CounterOutput[]): Uint8Array {
  const chunks = joined(outputs).sent.filter((each) => each.from === name);
  return Uint8Array.from(chunks.flatMap(({ bytes }) => [...bytes]));
}
