import type { Driver } from "#drivers/driver.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { ReceiptPrinter } from "#drivers/printers/receipt-printer.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { Scale } from "#drivers/scales/scale.ts";
import { toledo8217 } from "#drivers/scales/toledo-8217.ts";
import { SerialScanner } from "#drivers/scanners/serial-scanner.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { printerDrawer } from "#drivers/upos/cash-drawer.ts";
import type { UposControl } from "#drivers/upos/control.ts";
import type { DeviceClass } from "#drivers/upos/device-class.ts";
import { isSuccess, type UposError } from "#drivers/upos/error.ts";
import { posPrinter } from "#drivers/upos/pos-printer.ts";
import { scale } from "#drivers/upos/scale.ts";
import { scanner } from "#drivers/upos/scanner.ts";
import { DeviceService } from "#drivers/upos/service.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import { type MemoryBench, memoryBench } from "#simulator/bench/memory-bench.ts";
import { parseScenario } from "#simulator/scenario/parse.ts";
import { millis } from "#state/base/units.ts";
import { DriverBench } from "#test/support/driver-bench.ts";

type AnySignal = { readonly type: string };
type AnyCommand = { readonly type: string };
type StatusUpdate = Extract<PrinterSignal, { type: "StatusUpdate" }>;
type Service = DeviceService<AnyCommand, AnySignal>;

/** A device of the virtual counter, its driver, and the classes that are spoken through it. */
interface Wired {
  readonly wire: "scanner" | "printer" | "scale";
  readonly driver: () => Driver<AnyCommand, AnySignal>;
  readonly class: DeviceClass<AnyCommand, AnySignal>;
  /** Whether an open line is all that is known of it. */
  readonly isSilent: boolean;
}

const printerDriver = () => {
  return new ReceiptPrinter(generic80mm, { firstProcessId: 1, drawerOpenWhenPin3: "high" });
};

/** Signals and commands of one row are its own driver's: nobody mixes those of two rows. */
const wired = {
  scanner: { wire: "scanner", driver: () => new SerialScanner(), class: scanner, isSilent: true },
  "SSI scanner": {
    ...{ wire: "scanner", driver: () => new SsiScanner(), class: scanner, isSilent: true },
  },
  printer: {
    ...{ wire: "printer", driver: printerDriver, class: posPrinter(generic80mm), isSilent: false },
  },
  drawer: { wire: "printer", driver: printerDriver, class: printerDrawer, isSilent: false },
  scale: {
    ...{ wire: "scale", driver: () => new Scale(toledo8217), class: scale, isSilent: true },
  },
} as unknown as Readonly<Record<UposDevice, Wired>>;

export type UposDevice = "scanner" | "SSI scanner" | "printer" | "drawer" | "scale";

/** A virtual device, its driver, and two applications' controls of it; the first has its line. */
export class UposCounter {
  readonly #bench: MemoryBench;
  readonly #link: DriverBench<AnyCommand, AnySignal>;
  readonly #services: { readonly one: Service; readonly other: Service };
  readonly #isSilent: boolean;
  readonly #device = new SharedDevice();
  /** What each application's newest claim came to; null while it waits. */
  readonly #claims: { one: UposError | null; other: UposError | null } = { one: null, other: null };

  constructor(name: UposDevice) {
    const row = wired[name];
    this.#isSilent = row.isSilent;
    this.#services = {
      one: new DeviceService(row.class, this.#device),
      other: new DeviceService(row.class, this.#device),
    };
    this.#bench = memoryBench({ scannerSpeaks: name === "SSI scanner" ? "ssi" : "text" });
    const { clock } = this.#bench;
    this.#link = new DriverBench(row.driver(), this.#bench[row.wire], clock, (signal) =>
      this.#hear(signal),
    );
  }

  control(who: "one" | "other"): UposControl<AnySignal> {
    return this.#services[who].control;
  }

  /** Claims, and waits for it. */
  claimWithin(who: "one" | "other", timeoutMs: number): UposError | null {
    this.#claims[who] = null;
    this.control(who).claimWithin(timeoutMs, this.#bench.clock.now(), (result) => {
      this.#claims[who] = result;
    });
    return this.#claims[who];
  }

  claimed(who: "one" | "other"): UposError | null {
    return this.#claims[who];
  }

  /** What the service itself finds: `checkHealth`. */
  checkHealth(): number {
    return this.#services.one.checkHealth().code;
  }

  /** @returns the code; a driver is given output whatever the control says */
  command(command: AnyCommand): number {
    const { error, isOutput } = this.#services.one.command(command);
    if (isOutput || isSuccess(error)) this.#link.obey(command);
    return error.code;
  }

  /** Of output that its caller waited for. */
  resultOf(id: string): UposError | null {
    const { one } = this.#services;
    const results = this.#link.signals.map((signal) => one.resultOf(id, signal));
    return results.find((result) => result !== null) ?? null;
  }

  plug(): void {
    this.#link.open();
    if (this.#isSilent) this.#services.one.reached(true);
    this.wait(3000);
  }

  unplug(): void {
    this.#link.close();
    this.#services.one.lost();
  }

  /** A line of a scenario: what happens to the device, in the simulator's words. */
  happen(line: string): void {
    this.#bench.host.play(parseScenario(line, "table"));
    this.wait(3000);
  }

  wait(ms: number): void {
    const { clock } = this.#bench;
    clock.advance(millis(ms));
    this.#device.wake(clock.now());
  }

  #hear(signal: AnySignal): void {
    const { one } = this.#services;
    one.sense(signal);
    if ("status" in signal) one.reached((signal as StatusUpdate).status.state !== "no-answer");
    one.take(signal);
  }
}
