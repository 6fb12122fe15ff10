/**
 * Gives the counter's pure devices what they lack: ports to the host, a clock, and watchers who
 * want to see the counter change.
 */
import type { Millis } from "#state/base/units.ts";
import type { Clock } from "../clock.ts";
import type { LineChange } from "../line/faults.ts";
import type { Port } from "../ports/port.ts";
import type { UsbChange, UsbName, UsbRack } from "../ports/usbip/rack.ts";
import { type ScenarioReport, ScenarioRun } from "../scenario/run.ts";
import type { Scenario } from "../scenario/scenario.ts";
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
  /** The USB cables; their ports are among those above. */
  readonly usb: UsbRack;
  /** Whether hosts can reach the USB devices; if not, the bench does not show them. */
  readonly servesUsb?: boolean;
}

const LOG_LINES_MAX = 60;

export class BenchHost {
  readonly counter: VirtualCounter;
  readonly #parts: BenchParts;
  readonly #watchers = new Set<(state: BenchState) => void>();
  #log: readonly LogLine[] = [];
  #logged = 0;
  #run: ScenarioRun | null = null;
  /** Which device hangs on the cable that leads to each port. */
  #deviceAt = perWire((name): WiredName => name);
  #cancel = () => {};
  #isTold = false;

  constructor(parts: BenchParts) {
    this.#parts = parts;
    this.counter = parts.counter;
    for (const name of wiredNames) {
      parts.ports[name].listen((bytes) => {
        this.#receive(this.#deviceAt[name], bytes);
      });
      parts.ports[name].onPower?.((power) => {
        this.#do((now) => this.counter.power(name, power, now));
      });
    }
    parts.usb.listen((event) => {
      this.#run?.happened(event);
      this.#note(event);
      this.#tellSoon();
    });
  }

  get state(): BenchState {
    const { usb, servesUsb = true } = this.#parts;
    return describe(this.counter, servesUsb ? usb.slots : [], this.#log, this.#run?.report ?? null);
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

  get usb(): UsbRack {
    return this.#parts.usb;
  }

  /** Somebody does something to the USB cable of a device. */
  changeUsb(name: UsbName, change: UsbChange): void {
    this.#parts.usb.change(name, change);
    this.#tellSoon();
    this.#run?.proceed();
  }

  /** Somebody puts each of two cables where the other was. */
  swapCables(one: WiredName, other: WiredName): void {
    const there = this.#deviceAt;
    this.#deviceAt = { ...there, [one]: there[other], [other]: there[one] };
    this.#holdPorts();
  }

  /** Somebody does something to the cable of a device. */
  disturb(cableOf: WiredName, change: LineChange): void {
    this.#do((now) => this.counter.disturb(cableOf, change, now));
  }

  /** Begins a scenario; one that is still running stops. `tell` hears of each line done. */
  play(scenario: Scenario, tell: (report: ScenarioReport) => void = () => {}): void {
    this.#run?.stop();
    const run = new ScenarioRun(scenario, this, this.#parts.clock, () => {
      this.#tellSoon();
      tell(run.report);
    });
    this.#run = run;
    run.proceed();
  }

  stopScenario(): void {
    this.#run?.stop();
  }

  clearReceipts(): void {
    this.counter.printer.paper.clear();
    this.#tellSoon();
  }

  close(): void {
    this.#run?.stop();
    this.#cancel();
    this.#watchers.clear();
    for (const name of wiredNames) this.#parts.ports[name].close();
  }

  /** A scenario that waits for so many bytes acts between the last of them and the next. */
  #receive(name: WiredName, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + (this.#run?.bytesUntil(name) ?? bytes.length));
      at += part.length;
      this.#run?.passed(name, "toDevice", part.length);
      this.#do((now) => this.counter.receive(name, part, now));
    }
  }

  #do(step: (now: Millis) => CounterOutput): void {
    this.#carry(step(this.#parts.clock.now()));
    this.#holdPorts();
    this.#arm();
    this.#tellSoon();
    this.#run?.proceed();
  }

  #carry({ sent, events }: CounterOutput): void {
    for (const { from, bytes } of sent) {
      this.#run?.passed(from, "toHost", bytes.length);
      this.#portOf(from).write(bytes);
    }
    for (const event of events) {
      this.#run?.happened(event);
      if (event.kind === "connection reset") this.#portOf(event.device).reset?.();
      this.#note(event);
    }
  }

  #portOf(device: WiredName): Port {
    const port = wiredNames.find((name) => this.#deviceAt[name] === device) ?? device;
    return this.#parts.ports[port];
  }

  #holdPorts(): void {
    for (const name of wiredNames) this.#portOf(name).hold(this.counter.isBusy(name));
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
  return { ...event, bytes: hex };
}
