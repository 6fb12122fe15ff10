/**
 * A HID device with one report each way and no numbers for them. It has no endpoint from the host:
 * output reports come by SET_REPORT.
 *
 * Source: HID 1.11, sections 6.2 and 7.2.
 */
import type { Port } from "../port.ts";
import type { UsbDescription, UsbInterface } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

const SET_REPORT = 0x09;
const SET_IDLE = 0x0a;
const GET_IDLE = 0x02;
/** `wValue` of an output report without a number. */
const OUTPUT_REPORT = 0x0200;

const IN = 1;
const UNNUMBERED = 0;
const mainItems = { input: 0x81, output: 0x91 } as const;

/** Bytes of 8 bits, `count` of them, in a report descriptor. */
export const reportField = (way: keyof typeof mainItems, usage: number, count: number) => [
  ...[0x09, usage, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08],
  ...[0x95, count, mainItems[way], 0x02],
];

export const hidInterface = (reportDescriptor: Uint8Array, packetBytes: number): UsbInterface => ({
  triple: [0x03, 0, 0],
  classDescriptors: [9, 0x21, 0x11, 0x01, 0, 1, 0x22, reportDescriptor.length, 0],
  reportDescriptor,
  endpoints: [{ address: 0x80 | IN, transfer: "interrupt", packetBytes, interval: 4 }],
});

export class UnnumberedFace implements Port {
  readonly device: UsbDevice;
  #listener: (report: Uint8Array) => void = () => {};
  #powerListener: (power: "on" | "off") => void = () => {};

  constructor(description: UsbDescription) {
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
