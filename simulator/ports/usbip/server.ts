/**
 * Virtual devices for a real kernel: a USB/IP server on 127.0.0.1. It lists what is plugged in and
 * lends each device to one host at a time; a device pulled out takes its connection with it.
 */
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { CodedError } from "#state/base/coded-error.ts";
import { type Exported, importReply, listReply } from "./protocol.ts";
import { BUSNUM, type UsbHost, type UsbName, type UsbRack, type UsbSlot } from "./rack.ts";
import { UsbipReader } from "./reader.ts";
import type { UsbDevice } from "./usb-device.ts";

export class UsbipServer {
  readonly #rack: UsbRack;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => this.#serve(socket));

  constructor(rack: UsbRack) {
    this.#rack = rack;
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

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #serve(socket: Socket): void {
    const reader = new UsbipReader();
    const host: UsbHost = {
      reply: (bytes) => {
        if (!socket.destroyed) socket.write(bytes);
      },
      gone: () => socket.destroy(),
    };
    let name: UsbName | null = null;
    let device: UsbDevice | null = null;
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    // A host that resets its connection has gone; `close` follows and says all there is to say.
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#sockets.delete(socket);
      if (name !== null) this.#rack.giveBack(name, host);
    });
    socket.on("data", (bytes) => {
      for (const message of reader.read(bytes)) {
        if (socket.destroyed) return;
        if (message.kind === "list") socket.end(listReply(this.#exports()));
        else if (message.kind === "import") {
          const slot = this.#rack.slots.find(({ busid }) => busid === message.busid);
          name = slot?.name ?? null;
          device = this.#lend(slot, socket, host);
        } else if (message.kind === "submit") device?.submit(message);
        else if (message.kind === "unlink") device?.unlink(message);
        else socket.destroy();
      }
    });
  }

  /** What the host is told comes before anything that the device says. */
  #lend(slot: UsbSlot | undefined, socket: Socket, host: UsbHost): UsbDevice | null {
    const device = slot === undefined ? null : this.#rack.lend(slot.name, host);
    if (slot === undefined || device === null) socket.end(importReply(null));
    else socket.write(importReply(exported(slot, device)));
    return device;
  }

  #exports(): readonly Exported[] {
    return this.#rack.slots
      .filter(({ isPlugged, isAttached }) => isPlugged && !isAttached)
      .map((slot) => exported(slot, this.#rack.device(slot.name)));
  }
}

function exported({ busid, devnum }: UsbSlot, { description }: UsbDevice): Exported {
  const { vendorId, productId, release, deviceClass, interfaces } = description;
  const triples = interfaces.map(({ triple }) => triple);
  const ids = { vendorId, productId, release, deviceClass, interfaces: triples };
  return { busid, busnum: BUSNUM, devnum, speed: 3, ...ids };
}
