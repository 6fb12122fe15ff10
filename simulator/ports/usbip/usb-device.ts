import { configurationDescriptor, descriptor, type UsbDescription } from "./descriptors.ts";
import { type Finish, InEndpoint, OutEndpoint } from "./endpoints.ts";
import {
  ECONNRESET,
  EPIPE,
  type Result,
  type Setup,
  type Submit,
  submitReply,
  type Unlink,
  unlinkReply,
} from "./protocol.ts";

/** What a device does besides being enumerated. */
export interface UsbFunction {
  readonly description: UsbDescription;
  /** A class or vendor request; the answer is cut to what the host asked for. Null is a STALL. */
  control(setup: Setup, data: Uint8Array): Uint8Array | null;
  /** A packet from the host on an endpoint. */
  take(endpoint: number, packet: Uint8Array): void;
  /** The host has configured the device, or lost it. */
  configured(isConfigured: boolean): void;
}

const STANDARD = 0;
const GET_STATUS = 0x00;
const CLEAR_FEATURE = 0x01;
const GET_DESCRIPTOR = 0x06;
const GET_CONFIGURATION = 0x08;
const SET_CONFIGURATION = 0x09;
const GET_INTERFACE = 0x0a;
const SET_INTERFACE = 0x0b;

const done = new Uint8Array();

/** A device on a cable: enumerates, moves packets, and fails when it is told to. */
export class UsbDevice {
  readonly #function: UsbFunction;
  #productId: number;
  readonly #ins = new Map<number, InEndpoint>();
  readonly #outs = new Map<number, OutEndpoint>();
  #reply: ((bytes: Uint8Array) => void) | null = null;
  #configuration = 0;
  #unplugAfter: { left: number; readonly unplug: () => void } | null = null;
  #nakAfter: { left: number; readonly nak: () => void } | null = null;

  constructor(own: UsbFunction) {
    this.#function = own;
    this.#productId = own.description.productId;
    const finish: Finish = (result) => this.#finish(result);
    for (const { address, packetBytes } of own.description.interfaces.flatMap((i) => i.endpoints)) {
      const number = address & 0x0f;
      const take = (packet: Uint8Array) => this.#take(number, packet);
      if (address >= 0x80) this.#ins.set(number, new InEndpoint(finish));
      else this.#outs.set(number, new OutEndpoint(finish, packetBytes, take));
    }
  }

  get description(): UsbDescription {
    return { ...this.#function.description, productId: this.#productId };
  }

  /** It says that it is another product of its maker: hosts ask when it is plugged in. */
  becomes(productId: number): void {
    this.#productId = productId;
  }

  /** Whether a host has taken it into use. */
  get isConfigured(): boolean {
    return this.#configuration !== 0;
  }

  get isAttached(): boolean {
    return this.#reply !== null;
  }

  /** @param reply carries each answer to the host */
  attach(reply: (bytes: Uint8Array) => void): void {
    this.#reply = reply;
  }

  detach(): void {
    this.#reply = null;
    this.#unplugAfter = null;
    this.#nakAfter = null;
    for (const endpoint of [...this.#ins.values(), ...this.#outs.values()]) endpoint.reset();
    this.#configure(0);
  }

  submit(transfer: Submit): void {
    if (transfer.endpoint === 0) {
      this.#control(transfer);
      return;
    }
    const endpoints = transfer.isIn ? this.#ins : this.#outs;
    const endpoint = endpoints.get(transfer.endpoint);
    if (endpoint !== undefined) endpoint.submit(transfer);
    else this.#finish({ seqnum: transfer.seqnum, status: EPIPE, moved: 0, data: done });
  }

  unlink({ seqnum, victim }: Unlink): void {
    const endpoints = [...this.#ins.values(), ...this.#outs.values()];
    const wasWaiting = endpoints.some((endpoint) => endpoint.unlink(victim));
    this.#reply?.(unlinkReply(seqnum, wasWaiting ? ECONNRESET : 0));
  }

  /** A packet for the host; nobody hears it before the host has configured the device. */
  send(endpoint: number, packet: Uint8Array): boolean {
    if (this.#configuration === 0) return false;
    return this.#ins.get(endpoint)?.send(packet) ?? false;
  }

  /** Answers NAK on every endpoint from the host while anyone holds. */
  hold(holder: string, isHeld: boolean): void {
    for (const endpoint of this.#outs.values()) endpoint.hold(holder, isHeld);
  }

  /** The next data transfer in that direction ends with STALL. */
  stallNext(direction: "in" | "out"): void {
    const endpoints = direction === "in" ? this.#ins : this.#outs;
    for (const endpoint of endpoints.values()) endpoint.stallNext();
  }

  /** Calls `nak`, which holds, behind the packet that brings so many bytes. */
  nakAfter(bytes: number, nak: () => void): void {
    this.#nakAfter = { left: bytes, nak };
  }

  /** The next so many transfers to the host end with no bytes. */
  sendEmpty(count: number): void {
    for (const endpoint of this.#ins.values()) endpoint.sendEmpty(count);
  }

  /** Everything to the host goes in packets of so many bytes, until the cable is pulled. */
  cutTo(bytes: number): void {
    for (const endpoint of this.#ins.values()) endpoint.cutTo(bytes);
  }

  /** Answers NAK to every host that reads. */
  mute(isMute: boolean): void {
    for (const endpoint of this.#ins.values()) endpoint.mute(isMute);
  }

  /** Calls `unplug` when the host has sent so many bytes more, in the middle of a transfer. */
  unplugAfter(bytes: number, unplug: () => void): void {
    this.#unplugAfter = { left: bytes, unplug };
  }

  #take(endpoint: number, packet: Uint8Array): void {
    const due = this.#unplugAfter;
    if (due === null || due.left > packet.length) {
      if (due !== null) due.left -= packet.length;
      this.#function.take(endpoint, packet);
      this.#countToNak(packet.length);
      return;
    }
    this.#unplugAfter = null;
    if (due.left > 0) this.#function.take(endpoint, packet.subarray(0, due.left));
    due.unplug();
  }

  #countToNak(bytes: number): void {
    const due = this.#nakAfter;
    if (due === null) return;
    due.left -= bytes;
    if (due.left > 0) return;
    this.#nakAfter = null;
    due.nak();
  }

  #finish(result: Result): void {
    this.#reply?.(submitReply(result));
  }

  #control({ seqnum, setup, data, isIn }: Submit): void {
    const isStandard = ((setup.requestType >> 5) & 3) === STANDARD;
    const answer = isStandard ? this.#standard(setup) : this.#function.control(setup, data);
    if (answer === null) this.#finish({ seqnum, status: EPIPE, moved: 0, data: done });
    else if (!isIn) this.#finish({ seqnum, status: 0, moved: data.length, data: done });
    else {
      const cut = answer.subarray(0, setup.length);
      this.#finish({ seqnum, status: 0, moved: cut.length, data: cut });
    }
  }

  /** USB 2.0, section 9.4. SET_ADDRESS never comes: `vhci-hcd` keeps it. */
  #standard({ request, value, index, requestType }: Setup): Uint8Array | null {
    switch (request) {
      case GET_DESCRIPTOR:
        return descriptor(this.description, value, index);
      case GET_CONFIGURATION:
        return Uint8Array.of(this.#configuration);
      case SET_CONFIGURATION:
        return this.#configure(value & 0xff) ? done : null;
      case GET_STATUS:
        return Uint8Array.of(requestType === 0x80 ? 1 : 0, 0);
      case GET_INTERFACE:
        return Uint8Array.of(0);
      case SET_INTERFACE:
        return value === 0 ? done : null;
      case CLEAR_FEATURE:
        this.#clearHalt(index);
        return done;
      default:
        return null;
    }
  }

  #clearHalt(address: number): void {
    const endpoints = address >= 0x80 ? this.#ins : this.#outs;
    endpoints.get(address & 0x0f)?.clearHalt();
  }

  #configure(value: number): boolean {
    const known = configurationDescriptor(this.description)[5] ?? 1;
    if (value !== 0 && value !== known) return false;
    const was = this.#configuration;
    this.#configuration = value;
    if ((was === 0) !== (value === 0)) this.#function.configured(value !== 0);
    return true;
  }
}
