/**
 * Gives the counter's pure devices what they lack: ports to the host, a clock, and watchers who
 * want to see the counter change.
 */
import type { Millis } from "#state/base/units.ts";
import type { Clock } from "../clock.ts";
import type { Port } from "../ports/port.ts";
import {
  type CounterActions,
  type CounterEvent,
  type CounterOutput,
  type DeviceName,
  perWire,
  type VirtualCounter,
  type WiredName,
  wiredNames,
} from "../virtual-counter.ts";
import { type BenchState, describe, type LogLine } from "./state.ts";

export interface BenchParts {
  readonly counter: VirtualCounter;
  readonly clock: Clock;
  /** The other end of each device's cable. */
  readonly ports: Readonly<Record<WiredName, Port>>;
}

const LOG_LINES_MAX = 60;

export class BenchHost {
  readonly counter: VirtualCounter;
  readonly #parts: BenchParts;
  readonly #watchers = new Set<(state: BenchState) => void>();
  readonly #waiting = perWire((): Uint8Array[] => []);
  #log: readonly LogLine[] = [];
  #logged = 0;
  #cancel = () => {};
  #isTold = false;

  constructor(parts: BenchParts) {
    this.#parts = parts;
    this.counter = parts.counter;
    for (const name of wiredNames) {
      parts.ports[name].listen((bytes) => {
        this.#waiting[name].push(bytes);
        this.#do(() => null);
      });
    }
  }

  get state(): BenchState {
    return describe(this.counter, this.#log);
  }

  /** Calls `watcher` soon after each change; the answer ends it. */
  watch(watcher: (state: BenchState) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Somebody does something to a device. */
  act<Name extends DeviceName>(on: Name, action: CounterActions[Name]): void {
    this.#do((now) => this.counter.act(on, action, now));
  }

  clearReceipts(): void {
    this.counter.printer.paper.clear();
    this.#tellSoon();
  }

  close(): void {
    this.#cancel();
    this.#watchers.clear();
    for (const name of wiredNames) this.#parts.ports[name].close();
  }

  #do(step: (now: Millis) => CounterOutput | null): void {
    const output = step(this.#parts.clock.now());
    if (output !== null) this.#carry(output);
    for (const name of wiredNames) {
      // Room may have come up in the device; what waits goes in until it is full again.
      for (let more = this.#feed(name); more !== null; more = this.#feed(name)) this.#carry(more);
      this.#parts.ports[name].hold(this.#waiting[name].length > 0);
    }
    this.#arm();
    this.#tellSoon();
  }

  /** Gives a device what it has room for. Null: nothing waits, or nothing fits. */
  #feed(name: WiredName): CounterOutput | null {
    const waiting = this.#waiting[name];
    const first = waiting[0];
    const room = this.counter.room(name);
    if (first === undefined || room === 0) return null;
    const taken = first.subarray(0, room);
    if (taken.length < first.length) waiting[0] = first.subarray(taken.length);
    else waiting.shift();
    return this.counter.receive(name, taken, this.#parts.clock.now());
  }

  #carry(output: CounterOutput): void {
    for (const { from, bytes } of output.sent) this.#parts.ports[from].write(bytes);
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
