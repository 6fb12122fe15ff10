/**
 * The counter's devices, wired as on a real counter: the printer drives the drawer and reads its
 * switch, the scanner stands alone. Pure like its parts; the bench gives it ports and a clock, a
 * test gives it bytes and instants.
 */
import { type Millis, millis } from "#state/base/units.ts";
import { CashDrawer, type DrawerEvent, type DrawerOptions } from "./devices/cash-drawer.ts";
import type { Timed } from "./devices/device.ts";
import { EscposPrinter } from "./devices/escpos-printer.ts";
import type { PrinterAction, PrinterEvent, PrinterOptions } from "./devices/printer-options.ts";
import { type ScannerEvent, SerialScanner, type TriggerOptions } from "./devices/serial-scanner.ts";

export interface CounterOptions {
  readonly printer?: PrinterOptions;
  readonly drawer?: DrawerOptions;
}

export type CounterEvent = PrinterEvent | DrawerEvent | ScannerEvent;

/** What one step did. The caller carries the bytes to whoever listens on the other end. */
export interface CounterOutput {
  readonly fromPrinter: readonly Uint8Array[];
  readonly fromScanner: readonly Uint8Array[];
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
  /** Bytes from the host to the printer. */
  print(bytes: Uint8Array, now: Millis): CounterOutput;
  /** Bytes from the host to the scanner, which does not listen. */
  addressScanner(bytes: Uint8Array): CounterOutput;
  /** The operator pulls the trigger on a label. */
  scan(label: string, options: TriggerOptions, now: Millis): CounterOutput;
  /** The scanner sends bytes as they are. */
  scanRaw(bytes: Uint8Array, options: TriggerOptions, now: Millis): CounterOutput;
  tendPrinter(action: PrinterAction, now: Millis): CounterOutput;
  tendDrawer(action: DrawerAction, now: Millis): CounterOutput;
  wake(now: Millis): CounterOutput;
}

/** A counter in memory: no port, no clock, no trace on the machine. */
export function virtualCounter(options: CounterOptions = {}): VirtualCounter {
  const drawer = new CashDrawer(options.drawer);
  const printer = new EscposPrinter(options.printer, drawer);
  const scanner = new SerialScanner();
  return {
    printer,
    drawer,
    scanner,
    print: (bytes, now) => fromPrinter(printer.receive(bytes, now)),
    addressScanner: (bytes) => fromScanner(scanner.receive(bytes)),
    scan: (label, how, now) => fromScanner(scanner.trigger(label, how, now)),
    scanRaw: (bytes, how, now) => fromScanner(scanner.raw(bytes, how, now)),
    tendPrinter: (action, now) => fromPrinter(printer.act(action, now)),
    tendDrawer(action, now) {
      const event = moveDrawer(drawer, action);
      const output = fromPrinter(printer.drawerMoved(now));
      return event === null ? output : { ...output, events: [event, ...output.events] };
    },
    wake(now) {
      const printed = printer.wake(now);
      const scanned = scanner.wake(now);
      return {
        fromPrinter: printed.writes,
        fromScanner: scanned.writes,
        events: [...printed.events, ...scanned.events],
      };
    },
    get deadline() {
      const due = [printer.deadline, scanner.deadline].filter((deadline) => deadline !== null);
      return due.length === 0 ? null : millis(Math.min(...due));
    },
  };
}

function moveDrawer(drawer: CashDrawer, action: DrawerAction): DrawerEvent | null {
  if (action.kind === "open") return drawer.openByKey();
  if (action.kind === "close") return drawer.shut();
  drawer.jam(action.jammed);
  return null;
}

interface Step {
  readonly writes: readonly Uint8Array[];
  readonly events: readonly CounterEvent[];
}

const fromPrinter = (step: Step): CounterOutput => ({
  fromPrinter: step.writes,
  fromScanner: [],
  events: step.events,
});

const fromScanner = (step: Step): CounterOutput => ({
  fromPrinter: [],
  fromScanner: step.writes,
  events: step.events,
});
