/**
 * A receipt printer as USB printer class 1.1 shows it: interface 07/01/02, bytes out on bulk 1,
 * answers in on bulk 2.
 *
 * Source: USB printer class 1.1, sections 4 and 5. The ids are Epson's with a number from its TM
 * range; no TM-T20III was at hand to read its own [unproven].
 */
import type { Port } from "../port.ts";
import type { UsbDescription } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

const GET_DEVICE_ID = "a1 0";
const GET_PORT_STATUS = "a1 1";
const SOFT_RESET = "21 2";
/** As printer class 1.0 had it, and as Linux's `usblp` still tries. */
const SOFT_RESET_OLD = "23 2";

const OUT = 1;
const IN = 2;

const description: UsbDescription = {
  vendorId: 0x04b8,
  productId: 0x0e28,
  release: 0x0100,
  deviceClass: [0, 0, 0],
  maker: "EPSON",
  product: "TM-T20III",
  serial: "GT00000001",
  interfaces: [
    {
      triple: [0x07, 0x01, 0x02],
      classDescriptors: [],
      endpoints: [
        { address: OUT, transfer: "bulk", packetBytes: 512, interval: 0 },
        { address: 0x80 | IN, transfer: "bulk", packetBytes: 512, interval: 0 },
      ],
    },
  ],
};

const ieee1284 = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20III;CLS:PRINTER;DES:EPSON TM-T20III;";

/** What GET_PORT_STATUS tells: bit 3 no error, bit 4 selected, bit 5 paper empty. */
export interface PortCondition {
  readonly isPaperOut: boolean;
  readonly isOnline: boolean;
}

export class PrinterFace implements Port {
  readonly device: UsbDevice;
  #listener: (bytes: Uint8Array) => void = () => {};

  constructor(condition: () => PortCondition) {
    this.device = new UsbDevice({
      description,
      control: (setup) => answer(setup, condition),
      take: (_endpoint, packet) => this.#listener(packet),
      configured: () => {},
    });
  }

  write(bytes: Uint8Array): void {
    this.device.send(IN, bytes);
  }

  listen(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  hold(isHeld: boolean): void {
    this.device.hold("printer", isHeld);
  }

  close(): void {
    this.device.detach();
  }
}

function answer(setup: Setup, condition: () => PortCondition): Uint8Array | null {
  switch (`${setup.requestType.toString(16)} ${setup.request}`) {
    case GET_DEVICE_ID: {
      const text = new TextEncoder().encode(ieee1284);
      const length = text.length + 2;
      return Uint8Array.of(length >> 8, length & 0xff, ...text);
    }
    case GET_PORT_STATUS: {
      const { isPaperOut, isOnline } = condition();
      return Uint8Array.of(0x10 | (isPaperOut ? 0x20 : 0) | (isOnline || isPaperOut ? 0x08 : 0));
    }
    case SOFT_RESET:
    case SOFT_RESET_OLD:
      return new Uint8Array();
    default:
      return null;
  }
}
