/**
 * A scanner in HID-POS mode on USB: carries reports between the host and the scanner behind it.
 *
 * Source: HID 1.11 sections 6.2 and 7.2, usage page 8Ch; feature and output reports FEh, FDh and
 * 04h as in python_hon_usbhid and the Newland manuals. Vendor id Honeywell; the product id and the
 * descriptor's shape are made up [no capture].
 */
import { REPORT_TYPE_OUTPUT } from "#drivers/wire/hid-pos.ts";
import type { Port } from "../port.ts";
import type { UsbDescription } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

const GET_REPORT = 0x01;
const GET_IDLE = 0x02;
const SET_REPORT = 0x09;
const SET_IDLE = 0x0a;
/** `wValue` of a feature report FEh: type 3, id FEh. */
const ENABLE_REPORT = 0x03fe;

const IN = 1;
const OUT = 2;

/** Bytes of 8 bits, `count` of them, as one field of report `id`. */
const field = (id: number, usage: number, count: number, kind: number) => [
  ...[0x85, id, 0x09, usage, 0x15, 0x00, 0x26, 0xff, 0x00],
  ...[0x75, 0x08, 0x95, count, kind, 0x02],
];
const INPUT = 0x81;
const OUTPUT = 0x91;
const FEATURE = 0xb1;

const reportDescriptor = Uint8Array.of(
  ...[0x05, 0x8c, 0x09, 0x02, 0xa1, 0x01],
  ...field(0x02, 0x12, 63, INPUT),
  ...field(0xfd, 0x14, 63, OUTPUT),
  ...field(0x04, 0x14, 63, OUTPUT),
  ...field(0xfe, 0x11, 1, FEATURE),
  0xc0,
);

const description: UsbDescription = {
  vendorId: 0x0c2e,
  productId: 0x0b61,
  release: 0x0100,
  deviceClass: [0, 0, 0],
  maker: "Honeywell",
  product: "HID POS Scanner",
  serial: "HID00000001",
  interfaces: [
    {
      triple: [0x03, 0, 0],
      classDescriptors: [9, 0x21, 0x11, 0x01, 0, 1, 0x22, reportDescriptor.length, 0],
      reportDescriptor,
      endpoints: [
        { address: 0x80 | IN, transfer: "interrupt", packetBytes: 64, interval: 4 },
        { address: OUT, transfer: "interrupt", packetBytes: 64, interval: 4 },
      ],
    },
  ],
};

export class HidPosFace implements Port {
  readonly device: UsbDevice;
  #listener: (report: Uint8Array) => void = () => {};
  #powerListener: (power: "on" | "off") => void = () => {};
  /** What the host last said with the feature report FE. */
  #feature = 0;

  constructor() {
    this.device = new UsbDevice({
      description,
      control: (setup, data) => this.#control(setup, data),
      take: (_endpoint, packet) => this.#hear(REPORT_TYPE_OUTPUT, packet),
      configured: (isConfigured) => {
        this.#feature = 0;
        this.#powerListener(isConfigured ? "on" : "off");
      },
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

  hold(isHeld: boolean): void {
    this.device.hold("device", isHeld);
  }

  close(): void {
    this.device.detach();
  }

  #hear(type: number, report: Uint8Array): void {
    this.#listener(Uint8Array.of(type, ...report));
  }

  #control({ request, value }: Setup, data: Uint8Array): Uint8Array | null {
    switch (request) {
      case SET_REPORT:
        if (value === ENABLE_REPORT) this.#feature = data[1] ?? 0;
        this.#hear(value >> 8, data);
        return new Uint8Array();
      case GET_REPORT:
        if (value !== ENABLE_REPORT) return null;
        return Uint8Array.of(0xfe, this.#feature);
      case SET_IDLE:
        return new Uint8Array();
      case GET_IDLE:
        return Uint8Array.of(0);
      default:
        return null;
    }
  }
}
