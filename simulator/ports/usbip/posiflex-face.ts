/**
 * A Posiflex cash drawer on USB: reports of 120 bytes on a vendor's page, without numbers.
 *
 * Source: posiflex-hidcd README, as `drivers/wire/drawers.ts` has it; HID 1.11, sections 6.2 and
 * 7.2. The last digit of the product id, the names and the report descriptor are made up.
 */
import {
  POSIFLEX_REPORT_BYTES,
  POSIFLEX_USAGE_PAGE,
  POSIFLEX_VENDOR,
} from "#drivers/wire/drawers.ts";
import type { Port } from "../port.ts";
import type { UsbDescription } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

const SET_REPORT = 0x09;
const SET_IDLE = 0x0a;
const GET_IDLE = 0x02;
/** `wValue` of an output report without a number. */
const OUTPUT_REPORT = 0x0200;

const IN = 1;
const UNNUMBERED = 0;

const field = (usage: number, kind: number) => [
  ...[0x09, usage, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08],
  ...[0x95, POSIFLEX_REPORT_BYTES, kind, 0x02],
];

const reportDescriptor = Uint8Array.of(
  ...[0x06, POSIFLEX_USAGE_PAGE & 0xff, POSIFLEX_USAGE_PAGE >> 8, 0x09, 0x01, 0xa1, 0x01],
  ...field(0x03, 0x81),
  ...field(0x04, 0x91),
  0xc0,
);

const description: UsbDescription = {
  vendorId: POSIFLEX_VENDOR,
  productId: 0x0207,
  release: 0x0100,
  deviceClass: [0, 0, 0],
  maker: "Posiflex",
  product: "USB Cash Drawer",
  serial: "DRAWER00001",
  interfaces: [
    {
      triple: [0x03, 0, 0],
      classDescriptors: [9, 0x21, 0x11, 0x01, 0, 1, 0x22, reportDescriptor.length, 0],
      reportDescriptor,
      endpoints: [{ address: 0x80 | IN, transfer: "interrupt", packetBytes: 128, interval: 4 }],
    },
  ],
};

export class PosiflexFace implements Port {
  readonly device: UsbDevice;
  #listener: (report: Uint8Array) => void = () => {};
  #powerListener: (power: "on" | "off") => void = () => {};

  constructor() {
    this.device = new UsbDevice({
      description,
      control: (setup, data) => this.#control(setup, data),
      take: () => {},
      configured: (isConfigured) => this.#powerListener(isConfigured ? "on" : "off"),
    });
  }

  write(report: Uint8Array): void {
    this.device.send(IN, report);
  }

  /** Reports as `[report type, report id, …data]`. */
  listen(listener: (report: Uint8Array) => void): void {
    this.#listener = listener;
  }

  onPower(listener: (power: "on" | "off") => void): void {
    this.#powerListener = listener;
  }

  hold(): void {}

  close(): void {
    this.device.detach();
  }

  #control({ request, value }: Setup, data: Uint8Array): Uint8Array | null {
    switch (request) {
      case SET_REPORT:
        if (value !== OUTPUT_REPORT) return null;
        this.#listener(Uint8Array.of(value >> 8, UNNUMBERED, ...data));
        return new Uint8Array();
      case SET_IDLE:
        return new Uint8Array();
      case GET_IDLE:
        return Uint8Array.of(0);
      default:
        return null;
    }
  }
}
