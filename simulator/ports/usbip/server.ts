/**
 * Virtual devices for a real kernel: a USB/IP server on 127.0.0.1. It lists what is plugged in and
 * lends each device to one host at a time; a device pulled out takes its connection with it.
 */
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { CodedError } from "#state/base/coded-error.ts";
import { type Exported, importReply, listReply } from "./protocol.ts";
import { UsbipReader } from "./reader.ts";
import type { UsbDevice } from "./usb-device.ts";

export interface UsbSlot {
  readonly busid: string;
  readonly product: string;
  readonly isPlugged: boolean;
  readonly isAttached: boolean;
  /** Another one after each replug. */
  readonly devnum: number;
}

interface Slot {
  readonly device: UsbDevice;
  isPlugged: boolean;
  devnum: number;
  socket: Socket | null;
}

const BUSNUM = 1;

export class UsbipServer {
  readonly #slots = new Map<string, Slot>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => this.#serve(socket));
  #devnum = 1;

  /** @param devices in the order of their bus ids, `1-1` first */
  constructor(devices: readonly UsbDevice[]) {
    for (const [index, device] of devices.entries()) {
      this.#devnum += 1;
      const slot = { device, isPlugged: true, devnum: this.#devnum, socket: null };
      this.#slots.set(`${BUSNUM}-${index + 1}`, slot);
    }
  }

  /** @param port 0 takes a free one. Throws `simulator/usbip-port-taken`. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, "127.0.0.1", resolve);
    }).catch((cause: unknown) => {
      throw new CodedError("simulator/usbip-port-taken", {
        what: `Port ${port} on 127.0.0.1 cannot be had for USB/IP`,
        fix: "Stop the other USB/IP server, or give --usbip another port (0 takes a free one).",
        cause,
      });
    });
    const address: AddressInfo | string | null = this.#server.address();
    return address !== null && typeof address === "object" ? address.port : port;
  }

  get slots(): readonly UsbSlot[] {
    return [...this.#slots].map(([busid, { device, isPlugged, devnum }]) => ({
      busid,
      product: device.description.product,
      isPlugged,
      isAttached: device.isAttached,
      devnum,
    }));
  }

  device(busid: string): UsbDevice | null {
    return this.#slots.get(busid)?.device ?? null;
  }

  /** Pulls the cable: the host's transfers end with it. */
  unplug(busid: string): void {
    const slot = this.#slots.get(busid);
    if (slot?.isPlugged !== true) return;
    slot.isPlugged = false;
    slot.device.detach();
    slot.socket?.destroy();
    slot.socket = null;
  }

  /** The cable is back, and the bus gives the device a new number. */
  plug(busid: string): void {
    const slot = this.#slots.get(busid);
    if (slot === undefined || slot.isPlugged) return;
    this.#devnum += 1;
    slot.devnum = this.#devnum;
    slot.isPlugged = true;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #serve(socket: Socket): void {
    const reader = new UsbipReader();
    let slot: Slot | null = null;
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    // A host that resets its connection has gone; `close` follows and says all there is to say.
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#sockets.delete(socket);
      if (slot?.socket !== socket) return;
      slot.socket = null;
      slot.device.detach();
    });
    socket.on("data", (bytes) => {
      for (const message of reader.read(bytes)) {
        if (socket.destroyed) return;
        if (message.kind === "list") socket.end(listReply(this.#exports()));
        else if (message.kind === "import") slot = this.#lend(message.busid, socket);
        else if (message.kind === "submit") slot?.device.submit(message);
        else if (message.kind === "unlink") slot?.device.unlink(message);
        else socket.destroy();
      }
    });
  }

  #lend(busid: string, socket: Socket): Slot | null {
    const slot = this.#slots.get(busid);
    if (slot === undefined || !slot.isPlugged || slot.socket !== null) {
      socket.end(importReply(null));
      return null;
    }
    slot.socket = socket;
    socket.write(importReply(exported(busid, slot)));
    slot.device.attach((bytes) => {
      if (!socket.destroyed) socket.write(bytes);
    });
    return slot;
  }

  #exports(): readonly Exported[] {
    return [...this.#slots]
      .filter(([, slot]) => slot.isPlugged && slot.socket === null)
      .map(([busid, slot]) => exported(busid, slot));
  }
}

function exported(busid: string, { device, devnum }: Slot): Exported {
  const { vendorId, productId, release, deviceClass, interfaces } = device.description;
  const triples = interfaces.map(({ triple }) => triple);
  const ids = { vendorId, productId, release, deviceClass, interfaces: triples };
  return { busid, busnum: BUSNUM, devnum, speed: 3, ...ids };
}
