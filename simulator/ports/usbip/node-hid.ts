/**
 * The rack's HID devices as the package `node-hid` shows devices: what a program needs of it, where
 * there is no kernel. An unplugging is an `error`, as a string, and nothing says `close`.
 *
 * Source: node-hid README and issues 97, 520; HID 1.11, sections 7.2.1 and 7.2.2.
 */
import { EventEmitter } from "node:events";
import type { Clock } from "../../clock.ts";
import type { UsbInterface } from "./descriptors.ts";
import { MemoryUsbHost } from "./memory-host.ts";
import type { UsbRack, UsbSlot } from "./rack.ts";

const HID = 0x03;
const SET_REPORT = 0x09;
const OUTPUT = 2;
const FEATURE = 3;
const REPORT_BYTES_MAX = 1024;
/** A usage page of two bytes. */
const LONG_PAGE = 0x06;

export function nodeHid(rack: UsbRack, clock: Clock) {
  const hidSlots = () =>
    rack.slots.filter(({ name, isPlugged }) => isPlugged && hidInterface(rack, name) !== null);
  return {
    async devicesAsync(vendorId: number, productId: number) {
      const all = hidSlots().map((slot) => described(rack, slot));
      return all.filter((each) => each.vendorId === vendorId && each.productId === productId);
    },
    HIDAsync: {
      async open(path: string) {
        const slot = hidSlots().find((each) => pathOf(each) === path);
        const host = slot === undefined ? null : new MemoryUsbHost(rack, slot.name, clock);
        if (slot === undefined || host === null || !(await host.open())) {
          throw new Error(`could not open HID device: ${path}`);
        }
        return new MemoryHidDevice(host, hidInterface(rack, slot.name));
      },
    },
  };
}

export class MemoryHidDevice extends EventEmitter {
  readonly #host: MemoryUsbHost;
  readonly #in: number;
  readonly #out: number | null;
  #isOver = false;

  constructor(host: MemoryUsbHost, found: UsbInterface | null) {
    super();
    const addresses = (found?.endpoints ?? []).map(({ address }) => address);
    this.#host = host;
    this.#in = (addresses.find((address) => address >= 0x80) ?? 0) & 0x0f;
    this.#out = addresses.find((address) => address < 0x80) ?? null;
    host.onGone(() => this.#fail("could not read from HID device"));
    // Reading starts with the first listener; what comes before it is lost.
    this.on("newListener", (event: string) => {
      if (event === "data" && this.listenerCount("data") === 0) void this.#read();
    });
  }

  /** The first byte is the report's id, 0 for one without. */
  async write(report: number[]): Promise<number> {
    const bytes = Uint8Array.from(report[0] === 0 ? report.slice(1) : report);
    if (this.#out === null) await this.#setReport(OUTPUT, report[0] ?? 0, bytes);
    else await this.#host.out(this.#out, bytes, null);
    return report.length;
  }

  async sendFeatureReport(report: number[]): Promise<number> {
    await this.#setReport(FEATURE, report[0] ?? 0, Uint8Array.from(report));
    return report.length;
  }

  async close(): Promise<void> {
    this.#isOver = true;
    this.#host.cancelAll();
    this.#host.close();
  }

  async #setReport(type: number, id: number, bytes: Uint8Array): Promise<void> {
    const { length } = bytes;
    const setup = { requestType: 0x21, request: SET_REPORT, value: (type << 8) | id };
    await this.#host.control({ ...setup, index: 0, length }, bytes);
  }

  async #read(): Promise<void> {
    while (!this.#isOver) {
      try {
        const report = await this.#host.in(this.#in, REPORT_BYTES_MAX, null);
        // hidraw gives an empty read for an empty packet, and nothing is made of it.
        if (report.length > 0 && !this.#isOver) this.emit("data", Buffer.from(report));
      } catch {
        return this.#fail("could not read from HID device");
      }
    }
  }

  #fail(words: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.emit("error", words);
  }
}

function hidInterface(rack: UsbRack, name: UsbSlot["name"]): UsbInterface | null {
  const { interfaces } = rack.device(name).description;
  return interfaces.find(({ triple }) => triple[0] === HID) ?? null;
}

const pathOf = ({ busid, devnum }: UsbSlot) => `usb-${busid}-${devnum}`;

/** The value of an item of one byte or two. */
function itemAt(bytes: Uint8Array, at: number): number {
  const [prefix = 0, low = 0, high = 0] = bytes.subarray(at);
  return (prefix & 0x03) === 2 ? low | (high << 8) : low;
}

function described(rack: UsbRack, slot: UsbSlot) {
  const { vendorId, productId, serial, product } = rack.device(slot.name).description;
  const bytes = hidInterface(rack, slot.name)?.reportDescriptor ?? new Uint8Array();
  // The first items of each of our descriptors are its usage page and its usage.
  const [page, usage] = [itemAt(bytes, 0), itemAt(bytes, 1 + (bytes[0] === LONG_PAGE ? 2 : 1))];
  return {
    ...{ vendorId, productId, serialNumber: serial, product, path: pathOf(slot) },
    ...{ usagePage: page, usage },
  };
}
