import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { HidAddress } from "#drivers/links/message.ts";
import { REPORT_TYPE_FEATURE } from "#drivers/wire/hid-pos.ts";

/** Reports that may wait for a device that takes none. */
const BACKLOG_LIMIT = 256;

export interface HidInterface {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
  readonly path?: string | undefined;
}

export interface HidDevice {
  on(event: "data", listener: (report: Uint8Array) => void): unknown;
  /** An unplugging comes here, as a string or an Error; there is no event of closing. */
  on(event: "error", listener: (error: unknown) => void): unknown;
  write(report: number[]): Promise<number>;
  sendFeatureReport(report: number[]): Promise<number>;
  close(): Promise<void>;
}

/** What a link needs of `node-hid`. */
export interface HidBinding {
  devicesAsync(vendorId: number, productId: number): Promise<readonly HidInterface[]>;
  readonly HIDAsync: { open(path: string): Promise<HidDevice> };
}

/**
 * Opens a HID device. The binding is loaded when the first is: loading fails where libusb-1.0 is
 * missing, and a till without HID devices needs none.
 */
export function openHidLink(
  address: HidAddress,
  events: LinkEvents,
  load: () => Promise<HidBinding> = () => import("node-hid"),
): Link {
  const link = new HidLink(events);
  link.open(address, load).catch((error: unknown) => link.end(wordsOf(error)));
  return link;
}

class HidLink implements Link {
  readonly #events: LinkEvents;
  #device: HidDevice | null = null;
  #queue: Uint8Array[] = [];
  #isWriting = false;
  #isClosing = false;
  #isOver = false;

  constructor(events: LinkEvents) {
    this.#events = events;
  }

  async open(address: HidAddress, load: () => Promise<HidBinding>): Promise<void> {
    const binding = await load();
    const found = await binding.devicesAsync(address.vendorId, address.productId);
    const path = found.find((one) => fits(address, one))?.path;
    if (path === undefined) return this.end("no such HID device");
    const device = await binding.HIDAsync.open(path);
    this.#device = device;
    device.on("error", (error) => this.end(wordsOf(error)));
    if (this.#isClosing) return this.end(null);
    this.#events.opened();
    // Reading starts with this listener.
    device.on("data", (report) => {
      if (!this.#isOver && !this.#isClosing) this.#events.data(new Uint8Array(report));
    });
    this.#pump();
  }

  write(bytes: Uint8Array): void {
    if (this.#isOver || this.#isClosing) return;
    this.#queue.push(bytes);
    if (this.#queue.length > BACKLOG_LIMIT) this.end("the device takes no more reports");
    else this.#pump();
  }

  close(): void {
    this.#isClosing = true;
    if (this.#device !== null) this.#pump();
  }

  /** The link is over, for the first reason that is given; told when the device is let go. */
  end(reason: string | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#queue = [];
    const told = () => this.#events.closed(reason);
    if (this.#device === null) told();
    else this.#device.close().then(told, told);
  }

  /** One report at a time: what the device did not take is not called written. */
  #pump(): void {
    const device = this.#device;
    if (device === null || this.#isWriting || this.#isOver) return;
    const next = this.#queue.shift();
    if (next === undefined) {
      if (this.#isClosing) this.end(null);
      return;
    }
    this.#isWriting = true;
    const report = [...next.subarray(1)];
    const sent =
      next[0] === REPORT_TYPE_FEATURE ? device.sendFeatureReport(report) : device.write(report);
    sent.then(
      () => {
        this.#isWriting = false;
        this.#pump();
      },
      (error: unknown) => this.end(wordsOf(error)),
    );
  }
}

function fits(address: HidAddress, one: HidInterface): boolean {
  const { serialNumber, usagePage, usages, path } = address;
  return (
    one.path !== undefined &&
    (serialNumber === undefined || one.serialNumber === serialNumber) &&
    (usagePage === undefined || one.usagePage === usagePage) &&
    (usages === undefined || usages.includes(one.usage ?? 0)) &&
    (path === undefined || one.path === path)
  );
}

/** The system's words; for a library that is missing, the Debian package that holds it. */
function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.includes("libusb-1.0") ? `install the package libusb-1.0-0 (${words})` : words;
}
