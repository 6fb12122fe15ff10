import { vi } from "vitest";
import type { UsbAddress } from "#drivers/links/message.ts";
import type {
  UsbBinding,
  UsbConfiguration,
  UsbDevice,
  UsbSetup,
} from "#drivers/links/usb-binding.ts";
import { openUsbLink } from "#drivers/links/usb-link.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

interface Transfer {
  readonly settle: (answer: Uint8Array | Error) => void;
  readonly isOver: () => boolean;
}

/** As the package words it when a transfer is not done in time. */
const timedOut = (way: string) => new Error(`transfer${way} error: Cancelled`);
const disconnected = (way: string) => new Error(`transfer${way} error: Disconnected`);

/**
 * A device as the package `usb` shows one, whose other end is the test. Like the real one it
 * refuses to close with a transfer pending, and cancels each when its time is up.
 */
export class FakeUsbDevice implements UsbDevice {
  readonly vendorId = 0x04b8;
  readonly productId = 0x0e28;
  readonly serialNumber: string | null = "S1";
  readonly bus = "1";
  readonly address = 200;
  ports: readonly number[] = [9, 4];
  readonly configuration: UsbConfiguration;
  /** What was done to it besides transfers, in order. */
  readonly did: string[] = [];
  /** Packets that it has taken, in spaced hex. */
  readonly taken: string[] = [];
  /** Answers NAK to what is written. */
  isBusy = false;
  /** The next transfers end so; one entry each. */
  readonly outFailures: string[] = [];
  readonly inFailures: string[] = [];
  /** Words with which the named call is refused. */
  readonly refuses = new Map<string, string>();
  #isGone = false;
  #ins: Transfer[] = [];
  #outs: Transfer[] = [];

  constructor(configuration: UsbConfiguration = bidirectionalPrinter) {
    this.configuration = configuration;
  }

  get binding(): UsbBinding {
    return { usb: { getDevices: async () => (this.#isGone ? [] : [this]) } };
  }

  get pending(): number {
    return [...this.#ins, ...this.#outs].filter(({ isOver }) => !isOver()).length;
  }

  /** A packet for the host; an empty one when there is no hex. */
  send(hex: string): void {
    this.#ins.shift()?.settle(fromHex(hex));
  }

  unplug(): void {
    this.#isGone = true;
    for (const one of this.#ins.splice(0)) one.settle(disconnected("In"));
    for (const one of this.#outs.splice(0)) one.settle(disconnected("Out"));
  }

  /** Takes the packet that waits, and those to come. */
  becomeReady(): void {
    this.isBusy = false;
    for (const one of this.#outs.splice(0)) one.settle(new Uint8Array());
  }

  open = () => this.#do("open");
  async close(): Promise<void> {
    if (this.pending > 0) throw new Error("Can't close device with a pending request");
    await this.#do("close");
  }
  claimInterface = (number: number) => this.#do(`claim ${number}`);
  releaseInterface = (number: number) => this.#do(`release ${number}`);
  selectAlternateInterface = (number: number, setting: number) =>
    this.#do(`alternate ${number} ${setting}`);
  /** Sends away whoever holds the interface, us as well; then what is pending is cancelled. */
  async detachKernelDriver(number: number): Promise<void> {
    await this.#do(`detach ${number}`);
    for (const one of this.#ins.splice(0)) one.settle(timedOut("In"));
    for (const one of this.#outs.splice(0)) one.settle(timedOut("Out"));
  }
  attachKernelDriver = (number: number) => this.#do(`attach ${number}`);
  clearHalt = (direction: "in" | "out", number: number) =>
    this.#do(`clear halt ${direction} ${number}`);
  controlTransferOut = ({ request, value, index }: UsbSetup) =>
    this.#do(`control ${request.toString(16)} ${value} ${index}`);

  async transferIn(_endpoint: number, _length: number, timeoutMs: number) {
    const failure = this.inFailures.shift();
    if (failure !== undefined) throw new Error(`transferIn error: ${failure}`);
    if (this.#isGone) throw disconnected("In");
    const bytes = await pending(this.#ins, timeoutMs, timedOut("In"));
    return { data: new DataView(bytes.buffer) };
  }

  async transferOut(_endpoint: number, data: Uint8Array<ArrayBuffer>, timeoutMs: number) {
    const failure = this.outFailures.shift();
    if (failure !== undefined) throw new Error(`transferOut error: ${failure}`);
    if (this.#isGone) throw disconnected("Out");
    if (this.isBusy) await pending(this.#outs, timeoutMs, timedOut("Out"));
    this.taken.push(toHex(data));
    return { bytesWritten: data.length };
  }

  async #do(what: string): Promise<void> {
    this.did.push(what);
    const refusal = this.refuses.get(what.split(" ")[0] ?? "");
    if (refusal !== undefined) throw new Error(refusal);
  }
}

function pending(
  transfers: Transfer[],
  timeoutMs: number,
  late: Error,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const settle = (answer: Uint8Array | Error) => {
      isOver = true;
      clearTimeout(timer);
      if (answer instanceof Error) reject(answer);
      else resolve(new Uint8Array(answer));
    };
    const transfer = { settle, isOver: () => isOver };
    const timer = setTimeout(() => {
      transfers.splice(transfers.indexOf(transfer), 1);
      settle(late);
    }, timeoutMs);
    transfers.push(transfer);
  });
}

const endpoint = (
  direction: "in" | "out",
  endpointNumber: number,
  type = "bulk",
  packetSize = 64,
) => {
  return { direction, endpointNumber, type, packetSize };
};

/** Interface 0: printer class 07/01/02, bytes out on 1 and in on 2, 64 a packet. */
export const bidirectionalPrinter: UsbConfiguration = {
  configurationValue: 1,
  interfaces: [
    {
      interfaceNumber: 0,
      alternates: [
        {
          alternateSetting: 0,
          interfaceClass: 7,
          interfaceSubclass: 1,
          interfaceProtocol: 2,
          endpoints: [endpoint("out", 1), endpoint("in", 2)],
        },
      ],
    },
  ],
};

/** Interface 0: boot keyboard 03/01/01, reports in on 1. */
export const bootKeyboard: UsbConfiguration = {
  configurationValue: 1,
  interfaces: [
    {
      interfaceNumber: 0,
      alternates: [
        {
          alternateSetting: 0,
          interfaceClass: 3,
          interfaceSubclass: 1,
          interfaceProtocol: 1,
          endpoints: [endpoint("in", 1, "interrupt", 8)],
        },
      ],
    },
  ],
};

export const usbPrinter: UsbAddress = {
  link: "usb",
  vendorId: 0x04b8,
  productId: 0x0e28,
  serves: "printer",
};

interface Plugged {
  readonly address?: UsbAddress;
  readonly configuration?: UsbConfiguration;
  readonly driver?: string | null;
  prepare?(device: FakeUsbDevice): void;
}

/** A link under fake time: open, unless it could not be opened. */
export async function pluggedUsb({
  address: at = usbPrinter,
  configuration,
  driver,
  prepare,
}: Plugged = {}) {
  const device = new FakeUsbDevice(configuration);
  prepare?.(device);
  const told: string[] = [];
  const link = openUsbLink(
    at,
    {
      opened: () => told.push("opened"),
      data: (bytes) => told.push(`data ${toHex(bytes)}`),
      closed: (reason) => told.push(`closed ${reason}`),
    },
    {
      load: async () => device.binding,
      driverOf: () => (driver === undefined ? "usblp" : driver),
    },
  );
  await vi.advanceTimersByTimeAsync(0);
  return { device, told, link };
}
