/**
 * A host for the rack's devices without a kernel: one device at a time, enumerated and configured,
 * its transfers as promises. What the packages `usb` and `node-hid` show of it is built on this.
 */
import type { Clock } from "../../clock.ts";
import { EPIPE, type Setup, type Submit, URB_HEADER_BYTES, USBIP_RET_SUBMIT } from "./protocol.ts";
import type { UsbHost, UsbName, UsbRack } from "./rack.ts";

/** How a transfer ended without its bytes. */
export class TransferFailure extends Error {
  readonly why: "stall" | "cancelled" | "disconnected";

  constructor(why: TransferFailure["why"]) {
    super(why);
    this.why = why;
  }
}

interface Pending {
  settle(result: Uint8Array | TransferFailure): void;
}

const SET_CONFIGURATION: Setup = {
  ...{ requestType: 0x00, request: 0x09, value: 1, index: 0, length: 0 },
};
const noSetup: Setup = { requestType: 0, request: 0, value: 0, index: 0, length: 0 };

export class MemoryUsbHost implements UsbHost {
  readonly #rack: UsbRack;
  readonly #clock: Clock;
  readonly #name: UsbName;
  readonly #pending = new Map<number, Pending>();
  #seqnum = 0;
  #isGone = false;
  #onGone = () => {};

  constructor(rack: UsbRack, name: UsbName, clock: Clock) {
    this.#rack = rack;
    this.#name = name;
    this.#clock = clock;
  }

  /** @returns false when the rack does not lend it */
  async open(): Promise<boolean> {
    if (this.#rack.lend(this.#name, this) === null) return false;
    await this.control(SET_CONFIGURATION, new Uint8Array());
    return true;
  }

  get pending(): number {
    return this.#pending.size;
  }

  onGone(listener: () => void): void {
    this.#onGone = listener;
  }

  close(): void {
    this.#rack.giveBack(this.#name, this);
  }

  /** @throws TransferFailure */
  control(setup: Setup, data: Uint8Array): Promise<Uint8Array> {
    const isIn = setup.requestType >= 0x80;
    return this.#transfer({ isIn, endpoint: 0, length: setup.length, setup, data }, null);
  }

  /** @throws TransferFailure */
  in(endpoint: number, length: number, timeoutMs: number | null): Promise<Uint8Array> {
    const data = new Uint8Array();
    return this.#transfer({ isIn: true, endpoint, length, setup: noSetup, data }, timeoutMs);
  }

  /** @throws TransferFailure */
  out(endpoint: number, data: Uint8Array, timeoutMs: number | null): Promise<Uint8Array> {
    const { length } = data;
    return this.#transfer({ isIn: false, endpoint, length, setup: noSetup, data }, timeoutMs);
  }

  /** Breaks off whatever waits. */
  cancelAll(): void {
    for (const seqnum of [...this.#pending.keys()]) this.#cancel(seqnum);
  }

  reply(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const seqnum = view.getUint32(4);
    if (view.getUint32(0) !== USBIP_RET_SUBMIT) return;
    const status = view.getInt32(20);
    if (status === EPIPE) this.#settle(seqnum, new TransferFailure("stall"));
    else if (status === 0) this.#settle(seqnum, bytes.slice(URB_HEADER_BYTES));
    else this.#settle(seqnum, new TransferFailure("disconnected"));
  }

  /** `NO_DEVICE`, for each that waits. */
  gone(): void {
    this.#isGone = true;
    for (const seqnum of [...this.#pending.keys()]) {
      this.#settle(seqnum, new TransferFailure("disconnected"));
    }
    this.#onGone();
  }

  #transfer(
    transfer: Omit<Submit, "kind" | "seqnum">,
    timeoutMs: number | null,
  ): Promise<Uint8Array> {
    if (this.#isGone) return Promise.reject(new TransferFailure("disconnected"));
    this.#seqnum += 1;
    const seqnum = this.#seqnum;
    return new Promise((resolve, reject) => {
      const stop =
        timeoutMs === null ? () => {} : this.#clock.after(timeoutMs, () => this.#cancel(seqnum));
      this.#pending.set(seqnum, {
        settle(result) {
          stop();
          if (result instanceof TransferFailure) reject(result);
          else resolve(result);
        },
      });
      this.#rack.device(this.#name).submit({ kind: "submit", seqnum, ...transfer });
    });
  }

  #cancel(victim: number): void {
    this.#seqnum += 1;
    if (!this.#isGone)
      this.#rack.device(this.#name).unlink({ kind: "unlink", seqnum: this.#seqnum, victim });
    this.#settle(victim, new TransferFailure("cancelled"));
  }

  #settle(seqnum: number, result: Uint8Array | TransferFailure): void {
    const pending = this.#pending.get(seqnum);
    this.#pending.delete(seqnum);
    pending?.settle(result);
  }
}
