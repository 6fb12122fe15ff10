/**
 * The USB cables of the counter: which device is plugged in, who has it, and what spoils its
 * transfers. Hosts come to it for devices: real kernels over USB/IP, and one in memory.
 */
import type { Clock } from "../../clock.ts";
import type { LineEvent } from "../../line/faults.ts";
import type { VirtualCounter, WiredName } from "../../virtual-counter.ts";
import type { Port } from "../port.ts";
import { CdcFace, serialScale } from "./cdc-face.ts";
import { HidPosFace } from "./hid-pos-face.ts";
import { KeyboardFace } from "./keyboard-face.ts";
import { PosiflexFace } from "./posiflex-face.ts";
import { PrinterFace } from "./printer-face.ts";
import type { UsbDevice } from "./usb-device.ts";
import { UsbOemFace } from "./usb-oem-face.ts";

/** Devices with a USB plug, in the order of their bus ids, `1-1` first. */
export const usbNames = [
  ...(["printer", "scanner", "hid-scanner", "keyboard", "scale", "hid-drawer"] as const),
  ...(["oem-scanner"] as const),
] as const satisfies readonly WiredName[];

export type UsbName = (typeof usbNames)[number];

/** What somebody does to a USB cable; several things at once, in this order. */
export interface UsbChange {
  /** The next data transfer that way ends with STALL. */
  readonly stall?: "in" | "out";
  /** The next so many transfers to the host end without a byte. */
  readonly emptyPackets?: number;
  /** Until the cable is pulled, what goes to the host goes in packets of so many bytes. */
  readonly packetBytes?: number;
  /** The cable is pulled when so many bytes more have come, in the middle of a transfer. */
  readonly unplugAfterBytes?: number;
  /** The device takes nothing for so long. */
  readonly nakMs?: number;
  /** With `nakMs`: not at once, but when so many bytes more have come. */
  readonly nakAfterBytes?: number;
  /** The device sends nothing for so long, and then all that it had to say. */
  readonly muteMs?: number;
  /** Another program has it: no host is lent it, and nobody can claim its interface. */
  readonly held?: boolean;
  /** The user may not open it. */
  readonly denied?: boolean;
  /** From the next plugging on it says that it is another product of its maker. */
  readonly productId?: number;
  readonly plugged?: boolean;
}

export interface UsbSlot {
  readonly name: UsbName;
  readonly busid: string;
  readonly product: string;
  readonly productId: number;
  readonly isPlugged: boolean;
  readonly isAttached: boolean;
  readonly isHeld: boolean;
  readonly isDenied: boolean;
  /** Another one after each replug. */
  readonly devnum: number;
}

/** Whoever asks for a device. */
export interface UsbHost {
  reply(bytes: Uint8Array): void;
  /** The cable is out: whatever waits ends here. */
  gone(): void;
}

interface Slot {
  readonly name: UsbName;
  readonly busid: string;
  readonly device: UsbDevice;
  isPlugged: boolean;
  isHeld: boolean;
  isDenied: boolean;
  devnum: number;
  host: UsbHost | null;
}

export const BUSNUM = 1;

interface Face extends Port {
  readonly device: UsbDevice;
}

export class UsbRack {
  /** The other end of each device's USB cable. */
  readonly ports: Readonly<Record<UsbName, Port>>;
  readonly #slots: readonly Slot[];
  readonly #clock: Clock;
  #tell: (event: LineEvent<UsbName>) => void = () => {};
  #devnum = 1;

  constructor(counter: VirtualCounter, clock: Clock) {
    const faces = facesOf(counter);
    this.ports = faces;
    this.#clock = clock;
    this.#slots = usbNames.map((name, index) => {
      this.#devnum += 1;
      const busid = `${BUSNUM}-${index + 1}`;
      const untouched = { isPlugged: true, isHeld: false, isDenied: false, host: null };
      return { name, busid, device: faces[name].device, devnum: this.#devnum, ...untouched };
    });
  }

  /** One listener: what happens to the cables. */
  listen(listener: (event: LineEvent<UsbName>) => void): void {
    this.#tell = listener;
  }

  get slots(): readonly UsbSlot[] {
    return this.#slots.map(({ device, host: _, ...slot }) => ({
      ...slot,
      product: device.description.product,
      productId: device.description.productId,
      isAttached: device.isAttached,
    }));
  }

  device(name: UsbName): UsbDevice {
    return this.#slot(name).device;
  }

  /** @returns null when it is not plugged in, or somebody else has it */
  lend(name: UsbName, host: UsbHost): UsbDevice | null {
    const slot = this.#slot(name);
    if (!slot.isPlugged || slot.isHeld || slot.isDenied || slot.host !== null) return null;
    slot.host = host;
    slot.device.attach((bytes) => host.reply(bytes));
    this.#tell({ kind: "usb taken by a host", device: name });
    return slot.device;
  }

  /** The host lets go; one that does not have it changes nothing. */
  giveBack(name: UsbName, host: UsbHost): void {
    const slot = this.#slot(name);
    if (slot.host !== host) return;
    slot.host = null;
    slot.device.detach();
    this.#tell({ kind: "usb let go by its host", device: name });
  }

  change(name: UsbName, change: UsbChange): void {
    const slot = this.#slot(name);
    const { device } = slot;
    if (change.stall !== undefined) device.stallNext(change.stall);
    if (change.emptyPackets !== undefined) device.sendEmpty(change.emptyPackets);
    if (change.packetBytes !== undefined) device.cutTo(change.packetBytes);
    if (change.unplugAfterBytes !== undefined) {
      device.unplugAfter(change.unplugAfterBytes, () => this.#pull(slot));
    }
    if (change.nakMs !== undefined) this.#refuse(device, change.nakMs, change.nakAfterBytes);
    if (change.muteMs !== undefined) {
      device.mute(true);
      this.#clock.after(change.muteMs, () => device.mute(false));
    }
    slot.isHeld = change.held ?? slot.isHeld;
    slot.isDenied = change.denied ?? slot.isDenied;
    if (change.productId !== undefined) device.becomes(change.productId);
    if (change.plugged === false) this.#pull(slot);
    if (change.plugged === true) this.#plug(slot);
  }

  #slot(name: UsbName): Slot {
    const slot = this.#slots.find((each) => each.name === name);
    if (slot === undefined) throw new TypeError(`no USB plug of ${name}`);
    return slot;
  }

  /** The host's transfers end with the cable. */
  #pull(slot: Slot): void {
    if (!slot.isPlugged) return;
    const { host } = slot;
    slot.isPlugged = false;
    slot.host = null;
    slot.device.detach();
    this.#tell({ kind: "usb pulled", device: slot.name });
    host?.gone();
  }

  /** The cable is back, and the bus gives the device a new number. */
  #plug(slot: Slot): void {
    if (slot.isPlugged) return;
    this.#devnum += 1;
    slot.devnum = this.#devnum;
    slot.isPlugged = true;
    this.#tell({ kind: "usb plugged in", device: slot.name });
  }

  #refuse(device: UsbDevice, nakMs: number, afterBytes?: number): void {
    const nak = () => {
      device.hold("bench", true);
      this.#clock.after(nakMs, () => device.hold("bench", false));
    };
    if (afterBytes === undefined) nak();
    else device.nakAfter(afterBytes, nak);
  }
}

function facesOf({ printer }: VirtualCounter): Readonly<Record<UsbName, Face>> {
  return {
    printer: new PrinterFace(() => ({
      isPaperOut: printer.condition.paper === "out",
      isOnline: printer.isOnline,
    })),
    scanner: new CdcFace(),
    "hid-scanner": new HidPosFace(),
    keyboard: new KeyboardFace(),
    scale: new CdcFace(serialScale),
    "hid-drawer": new PosiflexFace(),
    "oem-scanner": new UsbOemFace(),
  };
}
