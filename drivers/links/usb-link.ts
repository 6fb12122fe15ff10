import { UDEV_RULES_FILE, udevRule } from "#drivers/discovery/udev-rule.ts";
import type { Link, LinkEvents } from "#drivers/links/link.ts";
import type { UsbAddress } from "#drivers/links/message.ts";
import { pause } from "#drivers/links/pause.ts";
import { watchPresence } from "#drivers/links/presence.ts";
import { type UsbBinding, type UsbDevice, wordsOf } from "#drivers/links/usb-binding.ts";
import {
  claim,
  type DriverOf,
  driverInSysfs,
  type Hold,
  portPathOf,
} from "#drivers/links/usb-claim.ts";
import { type ChosenInterface, chooseInterface } from "#drivers/links/usb-interface.ts";
import { askForBootReports, stamping } from "#drivers/links/usb-keyboard.ts";
import { UsbReader } from "#drivers/links/usb-reader.ts";
import { UsbWriter } from "#drivers/links/usb-writer.ts";

/** A printer that is asked to close takes what was written, unless it takes nothing for so long. */
const PROGRESS_WITHIN_MS = 1000;
/** A transfer that does not even end when it is broken off must not hold the link. */
const LET_GO_WITHIN_MS = 2000;

export interface UsbParts {
  load(): Promise<UsbBinding>;
  readonly driverOf: DriverOf;
}

const realParts: UsbParts = { load: () => import("usb"), driverOf: driverInSysfs };

/** Opens an interface of a USB device. The binding is loaded when the first is. */
export function openUsbLink(
  address: UsbAddress,
  events: LinkEvents,
  parts: UsbParts = realParts,
): Link {
  const link = new UsbLink(events);
  link.open(address, parts).catch((error: unknown) => link.end(reasonOf(error, address)));
  return link;
}

/**
 * Closing is a way of several steps, each of which may be met by an unplugging: what was written
 * goes out, transfers under way are broken off, the interface is given back, the device is closed.
 * A device closed with a transfer pending would stay open.
 */
class UsbLink implements Link {
  readonly #events: LinkEvents;
  #device: UsbDevice | null = null;
  #hold: Hold | null = null;
  #reader: UsbReader | null = null;
  #writer: UsbWriter | null = null;
  #isOpen = false;
  #isClosing = false;
  #isOver = false;
  #stopLooking = () => {};

  constructor(events: LinkEvents) {
    this.#events = events;
  }

  async open(address: UsbAddress, { load, driverOf }: UsbParts): Promise<void> {
    const { usb } = await load();
    const [device, ...others] = (await usb.getDevices()).filter((each) => fits(address, each));
    if (device === undefined) return this.end("no such USB device");
    // Which of two printers a receipt comes out of is nobody's guess.
    if (others.length > 0) return this.end(alike([device, ...others]));
    await device.open();
    this.#device = device;
    const { configuration } = device;
    const chosen = configuration === null ? null : chooseInterface(address, configuration);
    if (chosen === null) return this.end(`the device has no interface of a ${address.serves}`);
    this.#hold = await claim(device, chosen, driverOf);
    if (address.serves === "keyboard") await askForBootReports(device, chosen.interfaceNumber);
    if (this.#isClosing) return this.end(null);
    const told = address.serves === "keyboard" ? stamping() : (bytes: Uint8Array) => bytes;
    this.#start(device, chosen, told);
  }

  write(bytes: Uint8Array): void {
    if (!this.#isOver && !this.#isClosing) this.#writer?.write(bytes);
  }

  close(): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    if (this.#isOpen) void this.#finish();
  }

  /** The link is over, for the first reason that is given; told when the device is let go. */
  end(reason: string | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopLooking();
    const told = () => this.#events.closed(reason);
    Promise.race([this.#letGo(), pause(LET_GO_WITHIN_MS)]).then(told, told);
  }

  #start(
    device: UsbDevice,
    chosen: ChosenInterface,
    told: (bytes: Uint8Array) => Uint8Array,
  ): void {
    const failed = (reason: string) => this.end(reason);
    this.#isOpen = true;
    if (chosen.out !== null) this.#writer = new UsbWriter(device, chosen.out, failed);
    // A printer that only listens has no pending transfer that would tell of its unplugging.
    this.#stopLooking = watchPresence(nodeOf(device), () => this.end("the device has gone"));
    this.#events.opened();
    if (chosen.in === null || this.#isOver) return;
    this.#reader = new UsbReader(device, chosen.in, {
      failed,
      data: (bytes) => {
        if (!this.#isOver && !this.#isClosing) this.#events.data(told(bytes));
      },
    });
  }

  async #finish(): Promise<void> {
    const writer = this.#writer;
    let before = Number.POSITIVE_INFINITY;
    while (writer !== null && !this.#isOver && writer.waiting > 0 && writer.waiting < before) {
      before = writer.waiting;
      await Promise.race([writer.drained(), pause(PROGRESS_WITHIN_MS)]);
    }
    const left = writer?.waiting ?? 0;
    this.end(left === 0 ? null : `closed with ${left} bytes that the device did not take`);
  }

  async #letGo(): Promise<void> {
    const ended = [this.#reader?.stop(), this.#writer?.stop()];
    await this.#hold?.breakOff();
    await Promise.all(ended);
    await this.#hold?.giveBack();
    await this.#device?.close();
  }
}

function fits(address: UsbAddress, device: UsbDevice): boolean {
  const { vendorId, productId, serialNumber, portPath } = address;
  return (
    device.vendorId === vendorId &&
    device.productId === productId &&
    (portPath === undefined || portPathOf(device) === portPath) &&
    (serialNumber === undefined || device.serialNumber === serialNumber)
  );
}

function alike(devices: readonly UsbDevice[]): string {
  const sockets = devices.map((each) => `@${portPathOf(each)}`).join(", ");
  return `${devices.length} devices fit: name the serial number or the socket, ${sockets}`;
}

/** `/dev/bus/usb/001/004`, by bus and number. */
function nodeOf({ bus, address }: UsbDevice): string {
  return `/dev/bus/usb/${bus.padStart(3, "0")}/${String(address).padStart(3, "0")}`;
}

/** The binding's words; where this user may not open the device, also what lets him. */
function reasonOf(error: unknown, { vendorId, productId }: UsbAddress): string {
  const words = wordsOf(error);
  if (!/permission denied|errno 13\b/i.test(words)) return words;
  const ids = { vendor: hex(vendorId), product: hex(productId) };
  const rule = udevRule({ kind: "usb", usb: ids, usages: [] });
  return `${words}: put this rule into ${UDEV_RULES_FILE}: ${rule}`;
}

const hex = (id: number) => id.toString(16).padStart(4, "0");
