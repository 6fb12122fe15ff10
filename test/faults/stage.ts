import { drawerCatalog, scaleCatalog } from "#drivers/catalog.ts";
import { CustomerDisplay } from "#drivers/displays/customer-display.ts";
import { displayLanguages } from "#drivers/displays/language.ts";
import type { DisplayCommand, DisplaySignal } from "#drivers/displays/signal.ts";
import type { DrawerCommand, DrawerSignal } from "#drivers/drawers/signal.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterCommand, PrinterSignal } from "#drivers/printers/signal.ts";
import { Scale } from "#drivers/scales/scale.ts";
import type { ScaleCommand, ScaleSignal } from "#drivers/scales/signal.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { memoryBench } from "#simulator/bench/memory-bench.ts";
import type { LineChange } from "#simulator/line/faults.ts";
import type {
  CounterActions,
  CounterOptions,
  DeviceName,
  WiredName,
} from "#simulator/virtual-counter.ts";
import { DriverBench } from "#test/support/driver-bench.ts";

/**
 * A virtual counter with the real drivers at the other end of its cables, for somebody who wants to
 * hear a driver complain. Nothing here is a double: the faults are the bench's own.
 */
export class Stage {
  readonly #bench;
  readonly printer: DriverBench<PrinterCommand, PrinterSignal>;
  readonly scanner: DriverBench<never, ScannerSignal>;
  readonly display: DriverBench<DisplayCommand, DisplaySignal>;
  readonly drawer: DriverBench<DrawerCommand, DrawerSignal>;
  readonly scale: DriverBench<ScaleCommand, ScaleSignal>;

  constructor(options: CounterOptions = {}) {
    const bench = memoryBench({ box: { speaks: "acode" }, ...options });
    const { clock } = bench;
    this.#bench = bench;
    const receipts = new ReceiptPrinter(generic80mm, { firstProcessId: 1 });
    this.printer = new DriverBench(receipts, bench.printer, clock);
    const labels = options.scannerSpeaks === "ssi" ? new SsiScanner() : new SerialScanner();
    this.scanner = new DriverBench(labels, bench.scanner, clock);
    const glass = new CustomerDisplay(displayLanguages.cd5220);
    this.display = new DriverBench<DisplayCommand, DisplaySignal>(glass, bench.display, clock);
    const box = drawerCatalog["acode-usb"].make({});
    this.drawer = new DriverBench<DrawerCommand, DrawerSignal>(box, bench.box, clock);
    const pan = new Scale(scaleCatalog["toledo-8217"].language);
    this.scale = new DriverBench<ScaleCommand, ScaleSignal>(pan, bench.scale, clock);
    for (const driver of this.#drivers) driver.open();
    this.wait(1000);
  }

  /** Somebody does something to a device. */
  act<Name extends DeviceName>(on: Name, action: CounterActions[Name]): void {
    this.#bench.host.act(on, action);
  }

  /** Something happens to a device's cable. */
  disturb(cableOf: WiredName, change: LineChange): void {
    this.#bench.host.disturb(cableOf, change);
  }

  wait(ms: number): void {
    this.#bench.clock.advance(ms);
  }

  print(jobId: string, text = "hello"): void {
    const document = { blocks: [{ kind: "text", text }] } as const;
    this.printer.obey({ type: "print", jobId, document });
  }

  show(upper: string): void {
    this.display.obey({ type: "show", upper, lower: "", figures: [] });
  }

  /** On a display of digits, in place of the one that stands here. */
  showDigits(amount: string): readonly DisplaySignal[] {
    const { clock, display } = this.#bench;
    const digits = new CustomerDisplay(displayLanguages.led8);
    const driver = new DriverBench<DisplayCommand, DisplaySignal>(digits, display, clock);
    driver.open();
    driver.obey({ type: "show", upper: "", lower: "", figures: [{ meaning: "total", amount }] });
    return driver.signals;
  }

  get #drivers() {
    return [this.printer, this.scanner, this.display, this.drawer, this.scale];
  }
}
