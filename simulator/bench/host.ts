/**
 * Gives the counter's pure devices what they lack: ports to the host, a clock, and watchers who
 * want to see the counter change.
 */
import type { Millis } from "#state/base/units.ts";
import type { Clock } from "../clock.ts";
import type { PrinterAction } from "../devices/printer-options.ts";
import type { TriggerOptions } from "../devices/serial-scanner.ts";
import type { Port } from "../ports/port.ts";
import type {
  CounterEvent,
  CounterOutput,
  DrawerAction,
  VirtualCounter,
} from "../virtual-counter.ts";
import { type BenchState, describe, type LogLine } from "./state.ts";

export interface BenchParts {
  readonly counter: VirtualCounter;
  readonly clock: Clock;
  readonly scanner: Port;
  readonly printer: Port;
}

const LOG_LINES_MAX = 60;

export class BenchHost {
  readonly counter: VirtualCounter;
  readonly #parts: BenchParts;
  readonly #watchers = new Set<(state: BenchState) => void>();
  #waiting: Uint8Array[] = [];
  #log: readonly LogLine[] = [];
  #logged = 0;
  #cancel = () => {};
  #isTold = false;

  constructor(parts: BenchParts) {
    this.#parts = parts;
    this.counter = parts.counter;
    parts.printer.listen((bytes) => {
      this.#waiting.push(bytes);
      this.#do(() => this.#feedPrinter());
    });
    parts.scanner.listen((bytes) => this.#do(() => this.counter.addressScanner(bytes)));
  }

  get state(): BenchState {
    return describe(this.counter, this.#log);
  }

  /** Calls `watcher` soon after each change; the answer ends it. */
  watch(watcher: (state: BenchState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  scan(label: string, options: TriggerOptions): void {
    this.#do((now) => this.counter.scan(label, options, now));
  }

  scanRaw(bytes: Uint8Array, options: TriggerOptions): void {
    this.#do((now) => this.counter.scanRaw(bytes, options, now));
  }

  tendPrinter(action: PrinterAction): void {
    this.#do((now) => this.counter.tendPrinter(action, now));
  }

  tendDrawer(action: DrawerAction): void {
    this.#do((now) => this.counter.tendDrawer(action, now));
  }

  clearReceipts(): void {
    this.counter.printer.paper.clear();
    this.#tellSoon();
  }

  close(): void {
    this.#cancel();
    this.#watchers.clear();
    this.#parts.scanner.close();
    this.#parts.printer.close();
  }

  #do(step: (now: Millis) => CounterOutput | null): void {
    const output = step(this.#parts.clock.now());
    if (output !== null) this.#carry(output);
    // Room may have come up in the printer; what waits goes in until it is full again.
    for (let more = this.#feedPrinter(); more !== null; more = this.#feedPrinter()) {
      this.#carry(more);
    }
    this.#parts.printer.hold(this.#waiting.length > 0);
    this.#arm();
    this.#tellSoon();
  }

  /** Gives the printer what it has room for. Null: nothing waits, or nothing fits. */
  #feedPrinter(): CounterOutput | null {
    const first = this.#waiting[0];
    const room = this.counter.printer.room;
    if (first === undefined || room === 0) return null;
    const taken = first.subarray(0, room);
    if (taken.length < first.length) this.#waiting[0] = first.subarray(taken.length);
    else this.#waiting.shift();
    return this.counter.print(taken, this.#parts.clock.now());
  }

  #carry(output: CounterOutput): void {
    for (const bytes of output.fromPrinter) this.#parts.printer.write(bytes);
    for (const bytes of output.fromScanner) this.#parts.scanner.write(bytes);
    for (const event of output.events) this.#note(event);
  }

  #note(event: CounterEvent): void {
    if (event.kind === "line printed") return;
    this.#logged += 1;
    const line = { number: this.#logged, at: this.#parts.clock.now(), event: readable(event) };
    this.#log = [...this.#log, line].slice(-LOG_LINES_MAX);
  }

  #arm(): void {
    this.#cancel();
    const { deadline } = this.counter;
    if (deadline === null) return;
    const delay = Math.max(0, deadline - this.#parts.clock.now());
    this.#cancel = this.#parts.clock.after(delay, () => this.#do((now) => this.counter.wake(now)));
  }

  /** Many changes in one turn are told as one. */
  #tellSoon(): void {
    if (this.#isTold || this.#watchers.size === 0) return;
    this.#isTold = true;
    queueMicrotask(() => {
      this.#isTold = false;
      const { state } = this;
      for (const watcher of this.#watchers) watcher(state);
    });
  }
}

/** Bytes as spaced hex, so that an event can go into JSON. */
function readable(event: CounterEvent): LogLine["event"] {
  if (event.kind !== "unknown command") return event;
  const hex = [...event.bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return { kind: event.kind, bytes: hex };
}
