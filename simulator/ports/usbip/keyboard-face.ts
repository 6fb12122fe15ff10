/**
 * A scanner in keyboard mode on USB: a boot keyboard that types what it reads.
 *
 * Source: HID 1.11, appendices B.1 and E.6 (the report descriptor of a boot keyboard), section 7.2.
 * Ids: Zebra as shipped, 05e0:1200; names and serial number are made up [no capture].
 */
import type { Port } from "../port.ts";
import type { UsbDescription } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

const GET_REPORT = 0x01;
const GET_IDLE = 0x02;
const GET_PROTOCOL = 0x03;
const SET_REPORT = 0x09;
const SET_IDLE = 0x0a;
const SET_PROTOCOL = 0x0b;

const IN = 1;
const REPORT_BYTES = 8;

/** Eight modifiers, a byte of nothing, five lights, six keys. */
const reportDescriptor = Uint8Array.of(
  ...[0x05, 0x01, 0x09, 0x06, 0xa1, 0x01, 0x05, 0x07, 0x19, 0xe0, 0x29, 0xe7, 0x15, 0x00],
  ...[0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x81, 0x02, 0x95, 0x01, 0x75, 0x08, 0x81, 0x01],
  ...[0x95, 0x05, 0x75, 0x01, 0x05, 0x08, 0x19, 0x01, 0x29, 0x05, 0x91, 0x02, 0x95, 0x01],
  ...[0x75, 0x03, 0x91, 0x01, 0x95, 0x06, 0x75, 0x08, 0x15, 0x00, 0x25, 0x65, 0x05, 0x07],
  ...[0x19, 0x00, 0x29, 0x65, 0x81, 0x00, 0xc0],
);

const description: UsbDescription = {
  vendorId: 0x05e0,
  productId: 0x1200,
  release: 0x0100,
  deviceClass: [0, 0, 0],
  maker: "Symbol",
  product: "Keyboard Scanner",
  serial: "KBD00000001",
  interfaces: [
    {
      triple: [0x03, 0x01, 0x01],
      classDescriptors: [9, 0x21, 0x11, 0x01, 0, 1, 0x22, reportDescriptor.length, 0],
      reportDescriptor,
      // Every millisecond: 8 microframes.
      endpoints: [
        { address: 0x80 | IN, transfer: "interrupt", packetBytes: REPORT_BYTES, interval: 4 },
      ],
    },
  ],
};

export class KeyboardFace implements Port {
  readonly device: UsbDevice;
  #protocol = 1;
  #powerListener: (power: "on" | "off") => void = () => {};

  constructor() {
    this.device = new UsbDevice({
      description,
      control: (setup) => this.#control(setup),
      take: () => {},
      configured: (isConfigured) => {
        this.#protocol = 1;
        this.#powerListener(isConfigured ? "on" : "off");
      },
    });
  }

  write(report: Uint8Array): void {
    this.device.send(IN, report);
  }

  /** A host has nothing to say to a keyboard without lights. */
  listen(): void {}

  onPower(listener: (power: "on" | "off") => void): void {
    this.#powerListener = listener;
  }

  hold(): void {}

  close(): void {
    this.device.detach();
  }

  #control({ request, value }: Setup): Uint8Array | null {
    switch (request) {
      // The lights: it has none, and does not let itself be told of Caps Lock.
      case SET_REPORT:
      case SET_IDLE:
        return new Uint8Array();
      case SET_PROTOCOL:
        this.#protocol = value & 1;
        return new Uint8Array();
      case GET_PROTOCOL:
        return Uint8Array.of(this.#protocol);
      case GET_IDLE:
        return Uint8Array.of(0);
      case GET_REPORT:
        return new Uint8Array(REPORT_BYTES);
      default:
        return null;
    }
  }
}
