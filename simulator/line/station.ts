import { type Millis, millis } from "#state/base/units.ts";
import type { Output, Timed, WiredDevice } from "../devices/device.ts";
import type { LineChange, LineEvent, LineState } from "./faults.ts";
import { Lane } from "./lane.ts";

/** More than this on its way to a device makes the host wait, as the buffer of its port would. */
const QUEUED_BYTES_MAX = 4096;

export interface StationOptions {
  /** A device that is full makes its host wait. */
  readonly hasFlowControl?: boolean;
  /** Its power comes through the cable, as on USB: pulled, it forgets. */
  readonly isBusPowered?: boolean;
}

/**
 * A device and its cable, which may be a bad one. Everything between the device and the host goes
 * through here, so every port and every test meets the same faults. Pure: late wakes change
 * nothing, because what was due is done at the instant when it was due.
 */
export class Station<Name extends string, Event> implements Timed {
  readonly #name: Name;
  readonly #device: WiredDevice<Event>;
  readonly #hasFlowControl: boolean;
  readonly #isBusPowered: boolean;
  readonly #toDevice = new Lane();
  readonly #toHost = new Lane();
  /** What has come through the cable and found no room; only with flow control. */
  #waiting: Uint8Array[] = [];
  #isPlugged = true;
  #powerBackAt: Millis | null = null;
  #sent: Uint8Array[] = [];
  #events: (Event | LineEvent<Name>)[] = [];

  constructor(name: Name, device: WiredDevice<Event>, options: StationOptions = {}) {
    this.#name = name;
    this.#device = device;
    this.#hasFlowControl = options.hasFlowControl ?? false;
    this.#isBusPowered = options.isBusPowered ?? false;
  }

  get state(): LineState {
    return {
      cable: this.#isPlugged ? "in" : "out",
      hasPower: this.#powerBackAt === null,
      toDevice: this.#toDevice.state,
      toHost: this.#toHost.state,
    };
  }

  /** How many more bytes the device is sure to take. */
  get room(): number {
    const room = this.#device.room ?? Number.POSITIVE_INFINITY;
    return Math.max(0, room - this.#toDevice.queued);
  }

  /** Whether the host must wait before it sends more; always false without flow control. */
  get isBusy(): boolean {
    if (!this.#hasFlowControl) return false;
    return this.#waiting.length > 0 || this.#toDevice.queued > QUEUED_BYTES_MAX;
  }

  get deadline(): Millis | null {
    const all = [this.#device, this.#toDevice, this.#toHost].map(({ deadline }) => deadline);
    const due = [...all, this.#powerBackAt].filter((deadline) => deadline !== null);
    return due.length === 0 ? null : millis(Math.min(...due));
  }

  /** Bytes from the host. */
  receive(bytes: Uint8Array, now: Millis): Output<Event | LineEvent<Name>> {
    this.#advance(now);
    this.#put(this.#toDevice, bytes, now);
    this.#step(now);
    return this.#collect();
  }

  /** Something is done to the device itself; what it says goes into the cable. */
  during(now: Millis, deed: () => Output<Event>): Output<Event | LineEvent<Name>> {
    this.#advance(now);
    this.#hear(deed(), now);
    this.#step(now);
    return this.#collect();
  }

  /** The plug at the other end gives power, or does not any more: a USB host's doing. */
  power(power: "on" | "off", now: Millis): Output<Event | LineEvent<Name>> {
    this.#advance(now);
    if (this.#isBusPowered) this.#feedPower(power, now);
    this.#step(now);
    return this.#collect();
  }

  /** Something is done to the cable. */
  change(change: LineChange, now: Millis): Output<Event | LineEvent<Name>> {
    this.#advance(now);
    if (change.mend === true) {
      this.#toDevice.mend();
      this.#toHost.mend();
      this.#plug(true, now);
    }
    if (change.toDevice !== undefined) this.#toDevice.change(change.toDevice);
    if (change.toHost !== undefined) this.#toHost.change(change.toHost);
    if (change.cable !== undefined) this.#plug(change.cable === "in", now);
    if (change.reset === true) this.#reset();
    if (change.brownOutMs !== undefined) this.#failPower(change.brownOutMs, now);
    this.#step(now);
    return this.#collect();
  }

  wake(now: Millis): Output<Event | LineEvent<Name>> {
    this.#advance(now);
    return this.#collect();
  }

  #advance(now: Millis): void {
    for (let due = this.deadline; due !== null && due <= now; due = this.deadline) this.#step(due);
  }

  #step(now: Millis): void {
    if (this.#powerBackAt !== null && now >= this.#powerBackAt) this.#returnPower(now);
    for (const { bytes } of this.#toDevice.take(now)) this.#arrive(bytes, now);
    this.#hear(this.#device.wake(now), now);
    this.#feed(now);
    for (const { bytes } of this.#toHost.take(now)) this.#sent.push(bytes);
  }

  #arrive(bytes: Uint8Array, now: Millis): void {
    if (this.#powerBackAt !== null) this.#toDevice.lose(bytes);
    else if (this.#hasFlowControl) this.#waiting.push(bytes);
    else this.#hear(this.#device.receive(bytes, now), now);
  }

  /** Gives the device what waits, until it is full again. */
  #feed(now: Millis): void {
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const room = this.#device.room ?? Number.POSITIVE_INFINITY;
      if (room === 0) return;
      const taken = first.subarray(0, room);
      if (taken.length < first.length) this.#waiting[0] = first.subarray(taken.length);
      else this.#waiting.shift();
      this.#hear(this.#device.receive(taken, now), now);
    }
  }

  #hear({ writes, events }: Output<Event>, now: Millis): void {
    this.#events.push(...events);
    for (const bytes of writes) this.#put(this.#toHost, bytes, now);
  }

  #put(lane: Lane, bytes: Uint8Array, now: Millis): void {
    const isDead = this.#powerBackAt !== null && lane === this.#toHost;
    if (!this.#isPlugged || isDead) {
      lane.lose(bytes);
      return;
    }
    const end = lane.send(bytes, now);
    if (end === "cut") this.#plug(false, now);
    if (end === "reset") this.#reset();
  }

  #plug(isPlugged: boolean, now: Millis): void {
    if (isPlugged === this.#isPlugged) return;
    this.#isPlugged = isPlugged;
    this.#tell(isPlugged ? "cable plugged in" : "cable pulled");
    if (this.#isBusPowered) this.#feedPower(isPlugged ? "on" : "off", now);
  }

  /** What the connection held is gone on both sides. */
  #reset(): void {
    this.#toDevice.clear();
    this.#toHost.clear();
    for (const bytes of this.#waiting.splice(0)) this.#toDevice.lose(bytes);
    this.#tell("connection reset");
  }

  #failPower(ms: number, now: Millis): void {
    if (this.#powerBackAt === null) {
      this.#feedPower("off", now);
      this.#tell("power failed");
    }
    this.#powerBackAt = millis(now + ms);
    for (const bytes of this.#waiting.splice(0)) this.#toDevice.lose(bytes);
  }

  #returnPower(now: Millis): void {
    this.#powerBackAt = null;
    this.#tell("power returned");
    this.#feedPower("on", now);
  }

  #feedPower(power: "on" | "off", now: Millis): void {
    this.#hear(this.#device.power?.(power, now) ?? silence, now);
  }

  #tell(kind: LineEvent<Name>["kind"]): void {
    this.#events.push({ kind, device: this.#name });
  }

  #collect(): Output<Event | LineEvent<Name>> {
    const output = { writes: this.#sent, events: this.#events };
    this.#sent = [];
    this.#events = [];
    return output;
  }
}

const silence = { writes: [], events: [] };
