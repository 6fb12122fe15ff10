/**
 * The rack's devices as the package `usb` shows devices (WebUSB, with bus numbers and time-outs):
 * a drop-in for its `usb` object where there is no kernel. Like on Linux an interface belongs to
 * the kernel's driver until that is detached.
 *
 * Words of errors as `usb` 3.1.0 has them, which end in nusb's names.
 */
import type { Clock } from "../../clock.ts";
import type { UsbDescription, UsbInterface } from "./descriptors.ts";
import { MemoryUsbHost, TransferFailure } from "./memory-host.ts";
import { BUSNUM, type UsbRack, type UsbSlot } from "./rack.ts";

const words = { stall: "Stall", cancelled: "Cancelled", disconnected: "Disconnected" } as const;
const CLASS_INTERFACE_OUT = 0x21;
const CLEAR_FEATURE = { requestType: 0x02, request: 0x01, value: 0, length: 0 } as const;

/** What `usb` is in the package of that name; devices plugged in when they are asked for. */
export function webUsb(rack: UsbRack, clock: Clock) {
  const devices = new Map<string, MemoryWebUsbDevice>();
  const deviceOf = (slot: UsbSlot) => {
    const known = devices.get(`${slot.name} ${slot.devnum}`);
    const device = known ?? new MemoryWebUsbDevice(rack, slot, clock);
    devices.set(`${slot.name} ${slot.devnum}`, device);
    return device;
  };
  return {
    getDevices: async () => rack.slots.filter(({ isPlugged }) => isPlugged).map(deviceOf),
  };
}

/** The driver that the kernel has for an interface; null where it has none for its class. */
function kernelDriverOf({ triple: [deviceClass] }: UsbInterface): string | null {
  return { 3: "usbhid", 7: "usblp", 2: "cdc_acm", 10: "cdc_acm" }[deviceClass] ?? null;
}

export class MemoryWebUsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string;
  readonly bus = String(BUSNUM);
  readonly address: number;
  readonly ports: readonly number[];
  readonly configuration;
  readonly #rack: UsbRack;
  readonly #name: UsbSlot["name"];
  readonly #host: MemoryUsbHost;
  /** Who has the interface: the kernel's driver, we, or nobody. */
  #driver: string | null;

  constructor(rack: UsbRack, { name, busid, devnum }: UsbSlot, clock: Clock) {
    const { description } = rack.device(name);
    this.#rack = rack;
    this.#name = name;
    this.#host = new MemoryUsbHost(rack, name, clock);
    this.#driver = description.interfaces.map(kernelDriverOf)[0] ?? null;
    this.vendorId = description.vendorId;
    this.productId = description.productId;
    this.serialNumber = description.serial;
    this.address = devnum;
    this.ports = [Number(busid.split("-")[1])];
    this.configuration = configurationOf(description);
  }

  /** `usblp`, `usbhid`, `cdc_acm`; `usbfs` when a program has it; null when nobody has. */
  get driver(): string | null {
    return this.#isHeld ? "usbfs" : this.#driver;
  }

  /** Transfers that wait for an end. */
  get pending(): number {
    return this.#host.pending;
  }

  async open(): Promise<void> {
    const slot = this.#slot;
    if (slot?.isDenied === true) {
      throw new Error("open error: failed to open device: permission denied (errno 13)");
    }
    if (slot?.isPlugged !== true) throw new Error("open error: no such device (errno 19)");
  }

  /** Like the package it refuses while a transfer waits. */
  async close(): Promise<void> {
    if (this.pending > 0) throw new Error("Can't close device with a pending request");
    this.#host.close();
  }

  async claimInterface(_interfaceNumber: number): Promise<void> {
    const isBusy = this.#driver !== null || this.#isHeld;
    if (isBusy || !(await this.#host.open())) {
      throw new Error("claimInterface error: interface is busy (errno 16)");
    }
  }

  async releaseInterface(_interfaceNumber: number): Promise<void> {
    this.#host.close();
  }

  async selectAlternateInterface(_number: number, _setting: number): Promise<void> {}

  /** Sends away whoever has the interface, us as well: what waits is broken off. */
  async detachKernelDriver(_interfaceNumber: number): Promise<void> {
    this.#driver = null;
    this.#host.cancelAll();
  }

  async attachKernelDriver(_interfaceNumber: number): Promise<void> {
    this.#driver =
      this.#rack.device(this.#name).description.interfaces.map(kernelDriverOf)[0] ?? null;
  }

  async transferIn(endpoint: number, length: number, timeoutMs = 1000) {
    const bytes = await told("transferIn", this.#host.in(endpoint, length, timeoutMs));
    return { data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  }

  async transferOut(endpoint: number, data: Uint8Array, timeoutMs = 1000) {
    await told("transferOut", this.#host.out(endpoint, data, timeoutMs));
    return { bytesWritten: data.length };
  }

  async controlTransferOut(
    { request, value, index }: { request: number; value: number; index: number },
    data: Uint8Array = new Uint8Array(),
  ) {
    const length = data.length;
    const setup = { requestType: CLASS_INTERFACE_OUT, request, value, index, length };
    await told("controlTransferOut", this.#host.control(setup, data));
    return { bytesWritten: length };
  }

  async clearHalt(direction: "in" | "out", endpointNumber: number): Promise<void> {
    const index = (direction === "in" ? 0x80 : 0) | endpointNumber;
    await told("clearHalt", this.#host.control({ ...CLEAR_FEATURE, index }, new Uint8Array()));
  }

  /** Null when the cable was pulled since: what is there now is another device to the system. */
  get #slot(): UsbSlot | undefined {
    return this.#rack.slots.find(
      (slot) => slot.name === this.#name && slot.devnum === this.address,
    );
  }

  get #isHeld(): boolean {
    return this.#slot?.isHeld ?? false;
  }
}

async function told(call: string, transfer: Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await transfer;
  } catch (error) {
    if (!(error instanceof TransferFailure)) throw error;
    throw new Error(`${call} error: ${words[error.why]}`);
  }
}

function configurationOf({ interfaces }: UsbDescription) {
  return {
    configurationValue: 1,
    interfaces: interfaces.map(({ triple, endpoints }, interfaceNumber) => ({
      interfaceNumber,
      alternates: [
        {
          alternateSetting: 0,
          interfaceClass: triple[0],
          interfaceSubclass: triple[1],
          interfaceProtocol: triple[2],
          endpoints: endpoints.map(({ address, transfer, packetBytes }) => ({
            endpointNumber: address & 0x0f,
            direction: address >= 0x80 ? ("in" as const) : ("out" as const),
            type: transfer,
            packetSize: packetBytes,
          })),
        },
      ],
    })),
  };
}
