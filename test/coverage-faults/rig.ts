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
import { UsbOemScanner } from "#drivers/scanners/usb-oem-scanner.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { type MemoryPort, memoryBench, type WoundClock } from "#simulator/bench/memory-bench.ts";
import { parseScenario } from "#simulator/scenario/parse.ts";
import type { ScenarioReport } from "#simulator/scenario/run.ts";
import type { CounterOptions, WiredName } from "#simulator/virtual-counter.ts";
import { DriverBench, type HostEnd } from "#test/support/driver-bench.ts";
import { type AnySignal, codesIn } from "./codes.ts";

/** The real drivers, each at the wire of its virtual device. */
export type DriverName =
  | "printer"
  | "printer in Latin"
  | "printer that cannot confirm"
  | "Epson printer"
  | "serial scanner"
  | "SSI scanner"
  | "HID scanner"
  | "OEM scanner"
  | "keyboard scanner"
  | "keyboard scanner, French"
  | "drawer box"
  | "HID drawer"
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
  /** What the virtual devices are built as, where that is the fault. */
  readonly counter?: CounterOptions;
}

export interface Told {
  readonly signals: readonly AnySignal[];
  /** Of the scenario: its expectations about the virtual devices too must hold. */
  readonly outcome: ScenarioReport["outcome"] | null;
  readonly failure: string | null;
}

/** Longer than any driver waits for anything. */
const AN_HOUR = 3_600_000;

/** Everything that the driver says under this provocation. */
export const codesUnder = (provocation: Provocation) => codesIn(toldUnder(provocation).signals);

export function toldUnder({ driver: name, simulator, till = [], counter }: Provocation): Told {
  const scannerSpeaks = name === "SSI scanner" ? "ssi" : "text";
  const bench = memoryBench({ scannerSpeaks, hidScannerSpeaks: "generic", ...counter });
  const signals: AnySignal[] = [];
  const { clock } = bench;
  const { driver, wire } = driverTable()[name];
  const port = wire === "keyboard" ? stamped(bench.keyboard, clock) : bench[wire];
  const link = new DriverBench<object, AnySignal>(driver, port, clock, (signal) => {
    signals.push(signal);
  });
  link.open();
  clock.advance(3000);
  if (simulator.length > 0) bench.host.play(parseScenario(simulator.join("\n"), name));
  clock.advance(100);
  for (const command of till) {
    if (typeof command === "number") clock.advance(command);
    else link.obey(command);
  }
  clock.advance(AN_HOUR);
  const { outcome = null, failure = null } = bench.host.state.scenario ?? {};
  return { signals, outcome, failure };
}

/** A keyboard's reports come with the instant at which they were read, as its link gives them. */
function stamped(port: MemoryPort, clock: WoundClock): HostEnd {
  return {
    send: (bytes) => port.send(bytes),
    onReset: (listener) => port.onReset(listener),
    attach(listener) {
      port.attach((report) => {
        const bytes = new Uint8Array(4 + report.length);
        new DataView(bytes.buffer).setUint32(0, clock.now(), true);
        bytes.set(report, 4);
        listener(bytes);
      });
    },
  };
}

interface Row {
  readonly driver: Driver<object, AnySignal>;
  readonly wire: WiredName;
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
    "printer in Latin": printer("generic-80mm-latin"),
    "printer that cannot confirm": printer("sam4s-ellix"),
    "Epson printer": printer("epson-tm-t20iii"),
    "serial scanner": row(new SerialScanner(), "scanner"),
    "SSI scanner": row(new SsiScanner(), "scanner"),
    "HID scanner": row(new HidPosScanner(genericHidPos), "hid-scanner"),
    "OEM scanner": row(new UsbOemScanner(), "oem-scanner"),
    "keyboard scanner": row(new WedgeScanner(keyboardLayouts.us), "keyboard"),
    "keyboard scanner, French": row(new WedgeScanner(keyboardLayouts.fr), "keyboard"),
    "drawer box": row(drawerCatalog["ibm-4840"].make({}), "box"),
    "HID drawer": row(drawerCatalog["posiflex-hid"].make(), "hid-drawer"),
    scale: row(new Scale(scaleCatalog["toledo-8217"].language), "scale"),
    "two-line display": row(new CustomerDisplay(displayLanguages.cd5220), "display"),
    "digits display": row(new CustomerDisplay(displayLanguages.led8), "display"),
  };
}
