/**
 * The counter's devices, wired as on a real counter: the printer drives the drawer and reads its
 * switch, and the display hears what is said behind the printer; the others stand alone. Pure like
 * its parts; the bench gives it ports and a clock, a test gives it bytes and instants.
 *
 * A new device is a row in `CounterActions`, in `DeviceEvent` and in the tables of
 * `virtualCounter`; nothing else here or in the bench's host knows devices by name.
 */
import { type Millis, millis } from "#state/base/units.ts";
import {
  CashDrawer,
  type DrawerAction,
  type DrawerEvent,
  type DrawerOptions,
} from "./devices/cash-drawer.ts";
import {
  CustomerDisplay,
  type DisplayAction,
  type DisplayEvent,
  type DisplayOptions,
} from "./devices/customer-display.ts";
import type { Output, Timed, WiredDevice } from "./devices/device.ts";
import { type BoxAction, type BoxEvent, type BoxTongue, DrawerBox } from "./devices/drawer-box.ts";
import {
  HidPosScanner,
  type HidPosTongue,
  type HidScannerAction,
} from "./devices/hid-pos-scanner.ts";
import {
  KeyboardScanner,
  type KeyboardScannerAction,
  type KeyboardScannerEvent,
} from "./devices/keyboard-scanner.ts";
import { LineScanner, type LineScannerAction, type ScannerTongue } from "./devices/line-scanner.ts";
import { PosiflexDrawer, type PosiflexEvent } from "./devices/posiflex-drawer.ts";
import type { PrinterAction, PrinterEvent, PrinterOptions } from "./devices/printer-options.ts";
import { ReceiptPrinter } from "./devices/receipt-printer.ts";
import { Scale, type ScaleAction, type ScaleEvent } from "./devices/scale.ts";
import type { ScaleTongue } from "./devices/scale-tongues.ts";
import type { OemTongue } from "./devices/scanning/usb-oem-reports.ts";
import type { ScannerEvent } from "./devices/serial-scanner.ts";
import { type OemScannerAction, UsbOemScanner } from "./devices/usb-oem-scanner.ts";
import type { LineChange, LineEvent, LineState } from "./line/faults.ts";
import { Station } from "./line/station.ts";

/** Instants of a counter are `millis(1000)`: another project has no other way to them. */
export { type Millis, millis };

export interface CounterOptions {
  readonly printer?: PrinterOptions;
  readonly drawer?: DrawerOptions;
  /** `text`, label and terminator, when left out; `ssi`, Zebra's packets. */
  readonly scannerSpeaks?: ScannerTongue;
  /** Whose reports the HID-POS scanner sends; Honeywell's when left out. */
  readonly hidScannerSpeaks?: HidPosTongue;
  /** Whether the USB-OEM scanner is in the table; in the hand when left out. */
  readonly oemScannerSpeaks?: OemTongue;
  readonly display?: DisplayOptions;
  readonly box?: { readonly speaks?: BoxTongue };
  readonly scale?: { readonly speaks?: ScaleTongue };
  /**
   * Whether a device that is full makes the host wait, as on USB and Ethernet. Without it, the
   * default, what finds no room is lost, as on a bare serial line.
   */
  readonly flowControl?: boolean;
}

/** What a person can do to each device. */
export interface CounterActions {
  readonly printer: PrinterAction;
  readonly drawer: DrawerAction;
  readonly scanner: LineScannerAction;
  /** A scanner in HID-POS mode, one in USB-OEM mode, and one that types. */
  readonly "hid-scanner": HidScannerAction;
  readonly "oem-scanner": OemScannerAction;
  readonly keyboard: KeyboardScannerAction;
  readonly display: DisplayAction;
  /** A second drawer, with a line of its own. */
  readonly box: BoxAction;
  /** A third, on USB. */
  readonly "hid-drawer": DrawerAction;
  readonly scale: ScaleAction;
}

export type DeviceName = keyof CounterActions;

/** Devices with a wire of their own to the host; the drawer hangs on the printer. */
export const wiredNames = [
  ...(["printer", "scanner", "hid-scanner", "keyboard"] as const),
  ...(["display", "box", "hid-drawer", "scale", "oem-scanner"] as const),
] as const;

export type WiredName = (typeof wiredNames)[number];

/** One of something for each wire. */
export function perWire<Each>(make: (name: WiredName) => Each): Record<WiredName, Each> {
  return {
    printer: make("printer"),
    scanner: make("scanner"),
    "hid-scanner": make("hid-scanner"),
    keyboard: make("keyboard"),
    display: make("display"),
    box: make("box"),
    "hid-drawer": make("hid-drawer"),
    scale: make("scale"),
    "oem-scanner": make("oem-scanner"),
  };
}

export type DeviceEvent =
  | PrinterEvent
  | DrawerEvent
  | ScannerEvent
  | DisplayEvent
  | BoxEvent
  | PosiflexEvent
  | KeyboardScannerEvent
  | ScaleEvent;

/** Whose event it is: the drawer on the printer's connector is the printer's. */
export type CounterEvent = (DeviceEvent & { readonly device: WiredName }) | LineEvent<WiredName>;

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

export interface VirtualCounter extends Timed {
  readonly printer: ReceiptPrinter;
  readonly drawer: CashDrawer;
  readonly scanner: LineScanner;
  readonly hidScanner: HidPosScanner;
  readonly oemScanner: UsbOemScanner;
  readonly keyboard: KeyboardScanner;
  readonly display: CustomerDisplay;
  readonly box: DrawerBox;
  readonly hidDrawer: PosiflexDrawer;
  readonly scale: Scale;
  /** Bytes from the host to a device. */
  receive(to: WiredName, bytes: Uint8Array, now: Millis): CounterOutput;
  /** How many bytes a device can take now without losing any. */
  room(of: WiredName): number;
  /** Whether the host must wait before it sends more: only with `flowControl`. */
  isBusy(of: WiredName): boolean;
  /** The cable of a device as it is. */
  line(of: WiredName): LineState;
  /** Somebody does something to the cable of a device, or to its power. */
  disturb(cableOf: WiredName, change: LineChange, now: Millis): CounterOutput;
  /** A person does something to a device. */
  act<Name extends DeviceName>(on: Name, action: CounterActions[Name], now: Millis): CounterOutput;
  /** A USB host gives a device power that has none of its own, or does not any more. */
  power(of: WiredName, power: "on" | "off", now: Millis): CounterOutput;
  wake(now: Millis): CounterOutput;
}

/** A counter in memory: no port, no clock, no trace on the machine. */
export function virtualCounter(options: CounterOptions = {}): VirtualCounter {
  const display = new CustomerDisplay(options.display);
  const drawer = new CashDrawer(options.drawer);
  const printer = new ReceiptPrinter(options.printer, drawer, display);
  const scanner = new LineScanner(options.scannerSpeaks);
  const hidScanner = new HidPosScanner({ speaks: options.hidScannerSpeaks });
  const oemScanner = new UsbOemScanner(options.oemScannerSpeaks);
  const keyboard = new KeyboardScanner();
  const box = new DrawerBox(options.box);
  const hidDrawer = new PosiflexDrawer();
  const scale = new Scale(options.scale);
  const devices: Record<WiredName, WiredDevice<DeviceEvent>> = {
    ...{ printer, scanner, "hid-scanner": hidScanner, "oem-scanner": oemScanner, keyboard },
    ...{ display, box, "hid-drawer": hidDrawer, scale },
  };
  const hasFlowControl = options.flowControl ?? false;
  const stations = perWire((name) => {
    const isBusPowered = busPowered.includes(name);
    return new Station(name, devices[name], { hasFlowControl, isBusPowered });
  });
  const during = (name: WiredName, now: Millis, step: () => Output<DeviceEvent>) =>
    from(name, stations[name].during(now, step));
  const hands: Hands = {
    printer: (action, now) => during("printer", now, () => printer.act(action, now)),
    drawer: (action, now) => during("printer", now, () => printer.actOnDrawer(action, now)),
    scanner: (action, now) => during("scanner", now, () => scanner.act(action, now)),
    "hid-scanner": (action, now) => during("hid-scanner", now, () => hidScanner.act(action, now)),
    "oem-scanner": (action, now) => during("oem-scanner", now, () => oemScanner.act(action, now)),
    keyboard: (action, now) => during("keyboard", now, () => keyboard.act(action, now)),
    display: (action, now) => during("display", now, () => display.act(action, now)),
    box: (action, now) => during("box", now, () => box.act(action, now)),
    "hid-drawer": (action, now) => during("hid-drawer", now, () => hidDrawer.act(action, now)),
    scale: (action, now) => during("scale", now, () => scale.act(action, now)),
  };
  return {
    ...{ printer, drawer, scanner, hidScanner, oemScanner, keyboard },
    ...{ display, box, hidDrawer, scale },
    receive: (to, bytes, now) => from(to, stations[to].receive(bytes, now)),
    room: (of) => stations[of].room,
    isBusy: (of) => stations[of].isBusy,
    line: (of) => stations[of].state,
    disturb: (of, change, now) => from(of, stations[of].change(change, now)),
    act: (on, action, now) => hands[on](action, now),
    power: (of, power, now) => from(of, stations[of].power(power, now)),
    wake: (now) => joined(wiredNames.map((name) => from(name, stations[name].wake(now)))),
    get deadline() {
      const all = wiredNames.map((name) => stations[name].deadline);
      const due = all.filter((deadline) => deadline !== null);
      return due.length === 0 ? null : millis(Math.min(...due));
    },
  };
}

type Hands = {
  readonly [Name in DeviceName]: (action: CounterActions[Name], now: Millis) => CounterOutput;
};

/** Nothing but their USB cable feeds them. */
const busPowered: readonly WiredName[] = ["hid-scanner", "oem-scanner", "keyboard", "hid-drawer"];

const from = (
  device: WiredName,
  { writes, events }: Output<DeviceEvent | LineEvent<WiredName>>,
): CounterOutput => ({
  sent: writes.map((bytes) => ({ from: device, bytes })),
  events: events.map((event) => ({ ...event, device })),
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
