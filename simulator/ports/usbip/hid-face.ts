/**
 * What every HID device has on USB: reports each way, requests for them, and its power.
 *
 * Source: HID 1.11, sections 6.2 and 7.2.
 */
import { REPORT_TYPE_OUTPUT } from "#drivers/wire/hid-pos.ts";
import type { Port } from "../port.ts";
import type { UsbDescription, UsbInterface } from "./descriptors.ts";
import type { Setup } from "./protocol.ts";
import { UsbDevice } from "./usb-device.ts";

export const GET_REPORT = 0x01;
export const SET_REPORT = 0x09;
const GET_IDLE = 0x02;
const SET_IDLE = 0x0a;

const IN = 1;
const OUT = 2;

interface Reports {
  readonly descriptor: Uint8Array;
  readonly packetBytes: number;
  /** The host has an endpoint to write to; else its output reports come by SET_REPORT. */
  readonly hasOut?: boolean;
  /** Subclass and protocol: a boot keyboard's are 1 and 1. */
  readonly boot?: readonly [number, number];
}

export function hidInterface({ descriptor, packetBytes, ...rest }: Reports): UsbInterface {
  const { hasOut = false, boot = [0, 0] } = rest;
  const addresses = hasOut ? [0x80 | IN, OUT] : [0x80 | IN];
  return {
    triple: [0x03, ...boot],
    classDescriptors: [9, 0x21, 0x11, 0x01, 0, 1, 0x22, descriptor.length, 0],
    reportDescriptor: descriptor,
    // Every millisecond: 8 microframes.
    endpoints: addresses.map((address) => ({
      ...{ address, transfer: "interrupt", packetBytes, interval: 4 },
    })),
  };
}

export abstract class HidFace implements Port {
  readonly device: UsbDevice;
  #listener: (report: Uint8Array) => void = () => {};
  #powerListener: (power: "on" | "off") => void = () => {};

  constructor(description: UsbDescription) {
    this.device = new UsbDevice({
      description,
      control: (setup, data) => this.#control(setup, data),
      take: (_endpoint, packet) => this.hear(REPORT_TYPE_OUTPUT, packet),
      configured: (isConfigured) => {
        this.begin();
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

  /** Tells the device of a report, which begins with its id. */
  protected hear(type: number, report: Uint8Array): void {
    this.#listener(Uint8Array.of(type, ...report));
  }

  /** What the host before has set is forgotten. */
  protected begin(): void {}

  /** @returns the answer to a request; null refuses it */
  protected abstract answer(setup: Setup, data: Uint8Array): Uint8Array | null;

  #control(setup: Setup, data: Uint8Array): Uint8Array | null {
    if (setup.request === SET_IDLE) return new Uint8Array();
    if (setup.request === GET_IDLE) return Uint8Array.of(0);
    return this.answer(setup, data);
  }
}
