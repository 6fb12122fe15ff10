import { drawerCatalog, printerCatalog, scaleCatalog } from "#drivers/catalog.ts";
import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import { displayLanguages } from "#drivers/displays/language.ts";
import type { Driver } from "#drivers/driver.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import { Scale } from "#drivers/scales/scale.ts";
import { genericHidPos } from "#drivers/scanners/hid-pos-model.ts";
import { HidPosScanner } from "#drivers/scanners/hid-pos-scanner.ts";
import { keyboardLayouts } from "#drivers/scanners/keyboard-layout.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { MemoryPort, memoryBench, type WoundClock } from "#simulator/bench/memory-bench.ts";
import { KeyboardScanner } from "#simulator/devices/keyboard-scanner.ts";
import { parseScenario } from "#simulator/scenario/parse.ts";
import { DriverBench } from "#test/support/driver-bench.ts";
import { type AnySignal, codesIn } from "./codes.ts";

/** The real drivers, each at the wire of its virtual device. */
export type DriverName =
  | "printer"
  | "printer that cannot confirm"
  | "serial scanner"
  | "SSI scanner"
  | "HID scanner"
  | "keyboard scanner"
  | "drawer box"
  | "scale"
  | "two-line display"
  | "digits display";

/** One way to bring a driver to say something. */
export interface Provocation {
  readonly driver: DriverName;
  /** Lines of a scenario: what a person, the cable or the power does. */
  readonly simulator: readonly string[];
  /** What the till asks of the driver once the first lines are done; a number waits so many ms. */
  readonly till?: readonly (object | number)[];
}

/** Longer than any driver waits for anything. */
const AN_HOUR = 3_600_000;

/** Everything that the driver says under this provocation. */
export function codesUnder({ driver: name, simulator, till = [] }: Provocation) {
  const bench = memoryBench({ scannerSpeaks: name === "SSI scanner" ? "ssi" : "text" });
  const signals: AnySignal[] = [];
  const { clock } = bench;
  // What hangs on USB stands on no line of the counter: reports go in by a port of their own.
  const own = new MemoryPort();
  const ports = { ...bench, own };
  const drivers = driverTable();
  const { driver, wire } = drivers[name];
  const link = new DriverBench<object, AnySignal>(driver, ports[wire], clock, (signal) => {
    signals.push(signal);
  });
  link.open();
  clock.advance(3000);
  const lines = simulator.filter((line) => !/^(report|type) /.test(line));
  if (lines.length > 0) bench.host.play(parseScenario(lines.join("\n"), name));
  clock.advance(100);
  for (const command of till) {
    if (typeof command === "number") clock.advance(command);
    else link.obey(command);
  }
  for (const line of simulator) {
    sendReport(line, own);
    typeLabel(line, own, clock);
  }
  clock.advance(AN_HOUR);
  return codesIn(signals);
}

/** `report 09 00 …`: an input report as it is. */
function sendReport(line: string, port: MemoryPort): void {
  const [, hex] = /^report ([0-9a-f ]+)$/.exec(line) ?? [];
  if (hex === undefined) return;
  port.write(Uint8Array.from(hex.split(" "), (pair) => Number.parseInt(pair, 16)));
}

/** `type 123 300ms a key`: on the virtual keyboard; each report is stamped, as the link does. */
function typeLabel(line: string, port: MemoryPort, clock: WoundClock): void {
  const [, label, ms] = /^type (\S+) (\d+)ms a key$/.exec(line) ?? [];
  if (label === undefined) return;
  const keyboard = new KeyboardScanner();
  const send = (reports: readonly Uint8Array[]) => {
    for (const report of reports) port.write(stamped(report, clock.now()));
  };
  send(keyboard.trigger(label, { interKeyMs: Number(ms) }, clock.now()).writes);
  for (let due = keyboard.deadline; due !== null; due = keyboard.deadline) {
    clock.advance(due - clock.now());
    send(keyboard.wake(clock.now()).writes);
  }
}

function stamped(report: Uint8Array, now: number): Uint8Array {
  const bytes = new Uint8Array(4 + report.length);
  new DataView(bytes.buffer).setUint32(0, now, true);
  bytes.set(report, 4);
  return bytes;
}

interface Row {
  readonly driver: Driver<object, AnySignal>;
  readonly wire: "printer" | "scanner" | "box" | "scale" | "display" | "own";
}

/** A driver with its own commands behind the table's one type: the tables order what it knows. */
function row<Command>(driver: Driver<Command, AnySignal>, wire: Row["wire"]): Row {
  return { driver: driver as Driver<object, AnySignal>, wire };
}

function driverTable(): Readonly<Record<DriverName, Row>> {
  const printer = (model: keyof typeof printerCatalog) =>
    row(new ReceiptPrinter(printerCatalog[model].model, { firstProcessId: 1 }), "printer");
  return {
    printer: printer("generic-80mm"),
    "printer that cannot confirm": printer("sam4s-ellix"),
    "serial scanner": row(new SerialScanner(), "scanner"),
    "SSI scanner": row(new SsiScanner(), "scanner"),
    "HID scanner": row(new HidPosScanner(genericHidPos), "own"),
    "keyboard scanner": row(new WedgeScanner(keyboardLayouts.us), "own"),
    "drawer box": row(drawerCatalog["ibm-4840"].make({}), "box"),
    scale: row(new Scale(scaleCatalog["toledo-8217"].language), "scale"),
    "two-line display": row(new CustomerDisplay(displayLanguages.cd5220), "display"),
    "digits display": row(new CustomerDisplay(displayLanguages.led8), "display"),
  };
}
