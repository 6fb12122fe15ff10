import type { PrinterModel } from "#drivers/printers/model.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import type { PrinterAction, PrinterOptions } from "#simulator/devices/printer-options.ts";
import { scanBytes } from "#simulator/devices/serial-scanner.ts";
import { virtualCounter } from "#simulator/virtual-counter.ts";
import { assert } from "#state/base/assert.ts";
import { millis } from "#state/base/units.ts";
import type { Input } from "#state/input.ts";
import { CoreCounter } from "#test/support/core-counter.ts";
import { MemoryCable } from "#test/support/memory-cable.ts";
import { opening } from "#test/support/shop.ts";
import type { Till } from "#test/support/till.ts";

export interface MemoryCounterOptions {
  readonly model?: PrinterModel;
  readonly printer?: PrinterOptions;
  /** Of the printer's cable: 1 is 9600 baud, 12 is 115200. */
  readonly bytesPerMs?: number;
}

/**
 * A counter without a process, a port or a clock of its own: a slow cable lies between each
 * virtual device and its driver.
 */
export class MemoryCounter {
  readonly clock = new HandWoundClock(opening);
  readonly cables: { readonly scanner: MemoryCable; readonly printer: MemoryCable };
  /** Labels whose last byte has reached the host. */
  readonly delivered: string[] = [];
  readonly #core: CoreCounter;
  #scansUntil = 0;

  constructor({ model = generic80mm, printer = {}, bytesPerMs = 12 }: MemoryCounterOptions = {}) {
    const counter = virtualCounter({ printer });
    const { clock } = this;
    this.cables = {
      scanner: new MemoryCable(clock, { receive: () => {}, room: () => 1 }, 1),
      printer: new MemoryCable(
        clock,
        {
          receive: (bytes) => this.#core.printerHears(bytes),
          // A cable that nobody stops: what the printer cannot take is lost.
          room: () =>
            printer.handshake === undefined ? counter.room("printer") : Number.MAX_SAFE_INTEGER,
        },
        bytesPerMs,
      ),
    };
    const baudRate = 9600 * bytesPerMs;
    const serial = (path: string) => ({ link: "serial", path, baudRate }) as const;
    this.#core = new CoreCounter({
      clock,
      counter,
      configuration: {
        scanner: { address: serial("scanner") },
        printer: { address: serial("printer"), model },
      },
      openLink: (address, events) => {
        assert(address.link === "serial", "both devices stand on serial lines");
        const cable = address.path === "scanner" ? this.cables.scanner : this.cables.printer;
        return cable.openLink(events);
      },
      printerSays: (bytes) => this.cables.printer.send(bytes),
    });
  }

  get till(): Till {
    return this.#core.till;
  }

  /** Labels that the terminal has heard of. */
  get heard(): readonly string[] {
    return this.#core.heard;
  }

  get log(): readonly string[] {
    return this.#core.log;
  }

  put(input: Input): void {
    this.#core.put(input);
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

  /** The terminal dies and starts again at once, at its last fact. */
  restart(): void {
    this.#core.restart();
  }

  tend(action: PrinterAction): void {
    this.#core.tend(action);
  }

  shutDrawer(): void {
    this.#core.shutDrawer();
  }

  advance(ms: number): void {
    this.clock.advance(ms);
  }

  get printer() {
    return this.#core.printer;
  }

  get openings(): number {
    return this.#core.openings;
  }

  /** Every slip, in text; the last may still hang in the printer. */
  get slips(): readonly string[] {
    return this.#core.slips;
  }

  async close(): Promise<void> {
    await this.#core.close();
  }
}
