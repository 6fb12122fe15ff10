/** A bench without ports and with a clock that moves when told: for tests, its own and others'. */
import { type Millis, millis } from "#state/base/units.ts";
import type { Clock } from "../clock.ts";
import { joinUsb } from "../ports/joined.ts";
import type { Port } from "../ports/port.ts";
import { UsbRack } from "../ports/usbip/rack.ts";
import {
  type CounterOptions,
  perWire,
  virtualCounter,
  type WiredName,
} from "../virtual-counter.ts";
import { BenchHost } from "./host.ts";

/** A clock that somebody winds. */
export class WoundClock implements Clock {
  #now = 1_000;
  #alarms: { readonly due: number; readonly wake: () => void }[] = [];

  now(): Millis {
    return millis(this.#now);
  }

  after(delayMs: number, wake: () => void): () => void {
    const alarm = { due: this.#now + delayMs, wake };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((each) => each !== alarm);
    };
  }

  /** Lets `ms` pass, alarms in the order they are due. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#alarms.filter((each) => each.due <= end).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.#alarms = this.#alarms.filter((each) => each !== next);
      this.#now = Math.max(this.#now, next.due);
      next.wake();
    }
    this.#now = end;
  }
}

/** A cable with both ends in memory. */
export class MemoryPort implements Port {
  isHeld = false;
  isClosed = false;
  resets = 0;
  #listener: (bytes: Uint8Array) => void = () => {};
  #hostListener: (bytes: Uint8Array) => void = () => {};
  #resetListener = () => {};
  #heard: Uint8Array[] = [];

  write(bytes: Uint8Array): void {
    this.#heard.push(bytes);
    this.#hostListener(bytes);
  }

  listen(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
  }

  reset(): void {
    this.resets += 1;
    this.#resetListener();
  }

  close(): void {
    this.isClosed = true;
  }

  /** The host's end: sends to the device. */
  send(bytes: Uint8Array): void {
    this.#listener(bytes);
  }

  /** The host's end: hears what the device writes. */
  attach(listener: (bytes: Uint8Array) => void): void {
    this.#hostListener = listener;
  }

  /** The host's end: the connection has been reset. */
  onReset(listener: () => void): void {
    this.#resetListener = listener;
  }

  /** The host's end: everything that the device has written since the last call. */
  heard(): Uint8Array {
    const bytes = Buffer.concat(this.#heard);
    this.#heard = [];
    return bytes;
  }
}

export interface MemoryBench extends Readonly<Record<WiredName, MemoryPort>> {
  readonly host: BenchHost;
  readonly clock: WoundClock;
}

export function memoryBench(options: CounterOptions = {}): MemoryBench {
  const clock = new WoundClock();
  const memory = perWire(() => new MemoryPort());
  const counter = virtualCounter({ flowControl: true, ...options });
  const usb = new UsbRack(counter, clock);
  const ports = joinUsb(memory, usb);
  const host = new BenchHost({ counter, clock, ports, usb });
  return { host, clock, ...memory };
}
