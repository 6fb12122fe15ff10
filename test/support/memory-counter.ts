import type { PrinterModel } from "#drivers/printers/model.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { openDevices } from "#runtime/devices/devices.ts";
import { DutyRunner } from "#runtime/effects/duty-runner.ts";
import { fromPrinter, fromScanner } from "#runtime/effects/signals.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import type { PrinterAction, PrinterOptions } from "#simulator/devices/printer-options.ts";
import { scanBytes } from "#simulator/devices/serial-scanner.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { type CounterOutput, virtualCounter } from "#simulator/virtual-counter.ts";
import { assert } from "#state/base/assert.ts";
import { millis } from "#state/base/units.ts";
import { type Duty, duties } from "#state/duty.ts";
import type { Input } from "#state/input.ts";
import { MemoryCable } from "#test/support/memory-cable.ts";
import { opening } from "#test/support/shop.ts";
import { openTill, type Till } from "#test/support/till.ts";

export interface MemoryCounterOptions {
  readonly model?: PrinterModel;
  readonly printer?: PrinterOptions;
  /** Of the printer's cable: 1 is 9600 baud, 12 is 115200. */
  readonly bytesPerMs?: number;
}

/**
 * A counter without a process, a port or a clock of its own: the core, the real drivers and their
 * supervision on one side, the virtual devices on the other, a slow cable for each between them.
 */
export class MemoryCounter {
  readonly clock = new HandWoundClock(opening);
  readonly till: Till = openTill("signed on");
  readonly cables: { readonly scanner: MemoryCable; readonly printer: MemoryCable };
  /** Labels whose last byte has reached the host. */
  readonly delivered: string[] = [];
  /** Labels that the terminal has heard of. */
  readonly heard: string[] = [];
  readonly log: string[] = [];
  #scansUntil = 0;
  /** The virtual printer throws old slips away. */
  readonly #finished: string[] = [];
  readonly #counter;
  readonly #devices;
  readonly #runner = new DutyRunner((duty) => this.#begin(duty));
  #cancelWake: (() => void) | null = null;

  constructor({ model = generic80mm, printer = {}, bytesPerMs = 12 }: MemoryCounterOptions = {}) {
    const counter = virtualCounter({ printer });
    const { clock } = this;
    this.#counter = counter;
    this.cables = {
      scanner: new MemoryCable(clock, { receive: () => {}, room: () => 1 }, 1),
      printer: new MemoryCable(
        clock,
        {
          receive: (bytes) => this.#after(counter.receive("printer", bytes, clock.monotonic())),
          room: () => counter.room("printer"),
        },
        bytesPerMs,
      ),
    };
    const baudRate = 9600 * bytesPerMs;
    const serial = (path: string) => ({ link: "serial", path, baudRate }) as const;
    this.#devices = openDevices(
      {
        scanner: { address: serial("scanner") },
        printer: { address: serial("printer"), model },
      },
      {
        clock,
        log: (line) => this.log.push(line),
        onScanner: (signal) => {
          if (signal.type === "ScanData") this.heard.push(signal.scanDataLabel);
          this.#putAll(fromScanner(signal));
        },
        onPrinter: (signal: PrinterSignal) => this.#putAll(fromPrinter(signal)),
        onHealth: (device, health) => {
          if (device === "printer" && health !== "absent") return;
          this.put({ type: "deviceHealth", device, health, reason: "" });
        },
        openLink: (address, events) => {
          assert(address.link === "serial", "both devices stand on serial lines");
          const cable = address.path === "scanner" ? this.cables.scanner : this.cables.printer;
          return cable.openLink(events);
        },
      },
    );
  }

  put(input: Input): void {
    this.till.wait(this.clock.wall() - this.till.at);
    this.till.put(input);
    // As in the terminal: a duty's answer must not arrive inside the step that made it.
    this.clock.after(millis(0), () => this.#runner.reconcile(duties(this.till.terminal)));
  }

  /**
   * Sends a label byte by byte, one each millisecond, behind the one before. It is delivered when
   * all its bytes have come to a port that was open and at rest.
   */
  scan(label: string): void {
    const bytes = scanBytes(label);
    const { scanner } = this.cables;
    const from = Math.max(this.clock.monotonic(), this.#scansUntil);
    this.#scansUntil = from + bytes.length;
    let isWhole = true;
    bytes.forEach((byte, at) => {
      const due = from + at + 1 - this.clock.monotonic();
      this.clock.after(millis(due), () => {
        if (at === 0 && scanner.isJustOpened) isWhole = false;
        if (!scanner.send(Uint8Array.of(byte))) isWhole = false;
        if (isWhole && at === bytes.length - 1) this.delivered.push(label);
      });
    });
  }

  tend(action: PrinterAction): void {
    this.#after(this.#counter.act("printer", action, this.clock.monotonic()));
  }

  shutDrawer(): void {
    this.#after(this.#counter.act("drawer", { kind: "close" }, this.clock.monotonic()));
  }

  advance(ms: number): void {
    this.clock.advance(ms);
  }

  get printer() {
    return this.#counter.printer;
  }

  get openings(): number {
    return this.#counter.drawer.openings;
  }

  /** Every slip, in text; the last may still hang in the printer. */
  get slips(): readonly string[] {
    const { receipts } = this.#counter.printer.paper;
    const open = receipts.filter(({ edge }) => edge === "open");
    return [...this.#finished, ...open.map(paperText)];
  }

  async close(): Promise<void> {
    await this.#devices.close();
  }

  #begin(duty: Duty): () => void {
    if (duty.type === "print") {
      const { jobId, document, replaces } = duty.job;
      const isParted = replaces !== undefined;
      this.#devices.obey({ type: "print", jobId, document, isParted });
    } else if (duty.type === "kick") {
      this.#devices.obey({ type: "openDrawer", kickId: duty.kickId });
    }
    return () => {};
  }

  #putAll(inputs: readonly Input[]): void {
    for (const input of inputs) this.put(input);
  }

  #after(output: CounterOutput): void {
    for (const { from, bytes } of output.sent) {
      if (from === "printer") this.cables.printer.send(bytes);
    }
    for (const event of output.events) {
      if (event.kind !== "receipt cut" && event.kind !== "receipt torn") continue;
      const slip = this.#counter.printer.paper.find(event.number);
      if (slip !== null) this.#finished.push(paperText(slip));
    }
    this.#cancelWake?.();
    this.#cancelWake = null;
    const { deadline } = this.#counter;
    if (deadline === null) return;
    const delay = Math.max(0, deadline - this.clock.monotonic());
    this.#cancelWake = this.clock.after(millis(delay), () => {
      this.#after(this.#counter.wake(this.clock.monotonic()));
    });
  }
}
