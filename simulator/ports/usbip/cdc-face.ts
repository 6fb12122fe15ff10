/**
 * A serial device on USB: communication device class, abstract control model. Its baud rate is
 * told and changes nothing, as with scanners that have no wire behind it.
 *
 * Source: USB CDC 1.2, PSTN 1.2 sections 5.3 and 6.3. Capabilities 06h with SEND_BREAK: without
 * it Linux's `cdc_acm` refuses what `serialport` sets. Ids: Datalogic CDC, 05f9:4204; the scale's
 * are pid.codes' own for tests, because none of a scale on CDC is known here.
 */
import type { Port } from "../port.ts";
import type { UsbDescription } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

const SET_LINE_CODING = 0x20;
const GET_LINE_CODING = 0x21;
const SET_CONTROL_LINE_STATE = 0x22;
const SEND_BREAK = 0x23;

const IN = 1;
const OUT = 2;
const NOTIFY = 3;

const header = [0x05, 0x24, 0x00, 0x10, 0x01];
const callManagement = [0x05, 0x24, 0x01, 0x00, 0x01];
const abstractControl = [0x04, 0x24, 0x02, 0x06];
const union = [0x05, 0x24, 0x06, 0x00, 0x01];

type CdcIdentity = Pick<UsbDescription, "vendorId" | "productId" | "maker" | "product" | "serial">;

const serialScanner: CdcIdentity = {
  ...{ vendorId: 0x05f9, productId: 0x4204, maker: "Datalogic" },
  ...{ product: "Serial Scanner", serial: "CDC00000001" },
};

export const serialScale: CdcIdentity = {
  ...{ vendorId: 0x1209, productId: 0x0001, maker: "pid.codes" },
  ...{ product: "Serial Scale", serial: "SCALE000001" },
};

const description = {
  release: 0x0100,
  deviceClass: [0x02, 0, 0],
  interfaces: [
    {
      triple: [0x02, 0x02, 0x01],
      classDescriptors: [...header, ...callManagement, ...abstractControl, ...union],
      endpoints: [{ address: 0x80 | NOTIFY, transfer: "interrupt", packetBytes: 16, interval: 9 }],
    },
    {
      triple: [0x0a, 0, 0],
      classDescriptors: [],
      endpoints: [
        { address: 0x80 | IN, transfer: "bulk", packetBytes: 512, interval: 0 },
        { address: OUT, transfer: "bulk", packetBytes: 512, interval: 0 },
      ],
    },
  ],
} as const;

/** 9600 baud, one stop bit, no parity, eight bits. */
const asShipped = Uint8Array.of(0x80, 0x25, 0x00, 0x00, 0x00, 0x00, 0x08);

export class CdcFace implements Port {
  readonly device: UsbDevice;
  #listener: (bytes: Uint8Array) => void = () => {};
  #lineCoding = asShipped;
  #lines = 0;

  constructor(identity = serialScanner) {
    this.device = new UsbDevice({
      description: { ...description, ...identity },
      control: (setup, data) => this.#control(setup, data),
      take: (_endpoint, packet) => this.#listener(packet),
      configured: () => {
        this.#lineCoding = asShipped;
        this.#lines = 0;
      },
    });
  }

  /** What the host has set: baud, and the lines it raises. */
  get line(): { readonly baudRate: number; readonly dtr: boolean; readonly rts: boolean } {
    const baudRate = new DataView(this.#lineCoding.buffer).getUint32(0, true);
    return { baudRate, dtr: (this.#lines & 1) === 1, rts: (this.#lines & 2) === 2 };
  }

  write(bytes: Uint8Array): void {
    this.device.send(IN, bytes);
  }

  listen(listener: (bytes: Uint8Array) => void): void {
    this.#listener = listener;
  }

  hold(isHeld: boolean): void {
    this.device.hold("device", isHeld);
  }

  close(): void {
    this.device.detach();
  }

  #control({ request, value }: Setup, data: Uint8Array): Uint8Array | null {
    switch (request) {
      case SET_LINE_CODING:
        if (data.length !== asShipped.length) return null;
        this.#lineCoding = Uint8Array.from(data);
        return new Uint8Array();
      case GET_LINE_CODING:
        return this.#lineCoding;
      case SET_CONTROL_LINE_STATE:
        this.#lines = value;
        return new Uint8Array();
      case SEND_BREAK:
        return new Uint8Array();
      default:
        return null;
    }
  }
}
