import type { OpenLink } from "#drivers/links/link.ts";
import type { WatchAddress } from "#runtime/devices/device-process-host.ts";
import { type DeviceConfiguration, type Devices, openDevices } from "#runtime/devices/devices.ts";
import type { Health } from "#runtime/devices/slot.ts";
import { DutyRunner } from "#runtime/effects/duty-runner.ts";
import { printerCommand } from "#runtime/effects/printer-command.ts";
import { fromPrinter, fromScanner } from "#runtime/effects/signals.ts";
import type { Clock } from "#runtime/host/clock.ts";
import type { PrinterAction } from "#simulator/devices/printer-options.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import type { CounterOutput, VirtualCounter } from "#simulator/virtual-counter.ts";
import { millis } from "#state/base/units.ts";
import { type Duty, duties } from "#state/duty.ts";
import type { Input } from "#state/input.ts";
import { openTill, type Till } from "#test/support/till.ts";

export interface CoreCounterParts {
  readonly clock: Clock;
  readonly counter: VirtualCounter;
  readonly configuration: DeviceConfiguration;
  readonly openLink: OpenLink;
  readonly watch?: WatchAddress;
  /** What the printer says goes into its cable. */
  readonly printerSays: (bytes: Uint8Array) => void;
}

/**
 * The core, the real drivers and their supervision on one side, the virtual devices on the other.
 * Which clock they go by and what lies between them is for whoever builds it.
 */
export class CoreCounter {
  readonly till: Till = openTill("signed on");
  /** Labels that the terminal has heard of. */
  readonly heard: string[] = [];
  readonly log: string[] = [];
  readonly health: Record<"scanner" | "printer", Health> = { scanner: "absent", printer: "absent" };
  readonly #parts: CoreCounterParts;
  /** The virtual printer throws old slips away. */
  readonly #finished: string[] = [];
  #devices: Devices;
  #runner: DutyRunner;
  #cancelWake: (() => void) | null = null;
  #isDying = false;

  constructor(parts: CoreCounterParts) {
    this.#parts = parts;
    this.#runner = this.#newRunner();
    this.#devices = this.#openDevices();
  }

  /** The terminal dies: whatever it was about to hear or do is lost, and the ledger is not. */
  restart(): void {
    this.#isDying = true;
    void this.#devices.close();
    this.#isDying = false;
    this.#runner = this.#newRunner();
    this.put({ type: "started" });
    this.#devices = this.#openDevices();
  }

  #newRunner(): DutyRunner {
    return new DutyRunner((duty) => this.#begin(duty));
  }

  #openDevices(): Devices {
    const { clock, configuration, openLink, watch } = this.#parts;
    return openDevices(configuration, {
      clock,
      openLink,
      watch,
      log: (line) => this.log.push(line),
      onScanner: (signal) => {
        if (signal.type === "ScanData") this.heard.push(signal.scanDataLabel);
        this.#putAll(fromScanner(signal));
      },
      onPrinter: (signal) => this.#putAll(fromPrinter(signal)),
      onHealth: (device, health) => {
        this.health[device] = health;
        if (device === "printer" && health !== "absent") return;
        this.put({ type: "deviceHealth", device, health, reason: "" });
      },
    });
  }

  put(input: Input): void {
    if (this.#isDying) return;
    const { clock } = this.#parts;
    this.till.wait(clock.wall() - this.till.at);
    this.till.put(input);
    // As in the terminal: a duty's answer must not arrive inside the step that made it.
    clock.after(millis(0), () => this.#runner.reconcile(duties(this.till.terminal)));
  }

  printerHears(bytes: Uint8Array): void {
    this.#after(this.#parts.counter.receive("printer", bytes, this.#now()));
  }

  tend(action: PrinterAction): void {
    this.#after(this.#parts.counter.act("printer", action, this.#now()));
  }

  shutDrawer(): void {
    this.#after(this.#parts.counter.act("drawer", { kind: "close" }, this.#now()));
  }

  get printer() {
    return this.#parts.counter.printer;
  }

  get openings(): number {
    return this.#parts.counter.drawer.openings;
  }

  /** Every slip, in text; the last may still hang in the printer. */
  get slips(): readonly string[] {
    const { receipts } = this.printer.paper;
    const open = receipts.filter(({ edge }) => edge === "open");
    return [...this.#finished, ...open.map(paperText)];
  }

  async close(): Promise<void> {
    this.#cancelWake?.();
    await this.#devices.close();
  }

  #begin(duty: Duty): () => void {
    if (duty.type === "print" || duty.type === "kick") {
      this.#devices.obey(printerCommand(duty));
    }
    return () => {};
  }

  #putAll(inputs: readonly Input[]): void {
    for (const input of inputs) this.put(input);
  }

  #after(output: CounterOutput): void {
    const { counter, clock, printerSays } = this.#parts;
    for (const { from, bytes } of output.sent) {
      if (from === "printer") printerSays(bytes);
    }
    for (const event of output.events) {
      if (event.kind !== "receipt cut" && event.kind !== "receipt torn") continue;
      const slip = counter.printer.paper.find(event.number);
      if (slip !== null) this.#finished.push(paperText(slip));
    }
    this.#cancelWake?.();
    this.#cancelWake = null;
    const { deadline } = counter;
    if (deadline === null) return;
    const delay = Math.max(0, deadline - this.#now());
    this.#cancelWake = clock.after(millis(delay), () => this.#after(counter.wake(this.#now())));
  }

  #now() {
    return this.#parts.clock.monotonic();
  }
}
