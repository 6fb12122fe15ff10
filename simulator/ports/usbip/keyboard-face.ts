/**
 * A scanner in keyboard mode on USB: a boot keyboard that types what it reads.
 *
 * Source: HID 1.11, appendices B.1 and E.6 (the report descriptor of a boot keyboard), section 7.2.
 * Ids: Zebra as shipped, 05e0:1200; names and serial number are made up [no capture].
 */
import type { Clock } from "../../clock.ts";
import { KeyboardScanner, type TypingOptions } from "../../devices/keyboard-scanner.ts";
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

export class KeyboardFace {
  readonly device: UsbDevice;
  readonly #scanner = new KeyboardScanner();
  readonly #clock: Clock;
  #protocol = 1;
  #isConfigured = false;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.device = new UsbDevice({
      description,
      control: (setup) => this.#control(setup),
      take: () => {},
      configured: (isConfigured) => {
        this.#isConfigured = isConfigured;
        this.#protocol = 1;
        this.#scanner.reset();
      },
    });
  }

  /** @returns false when nobody hears it, or when its keyboard lacks a character of the label */
  scan(label: string, options: TypingOptions): boolean {
    if (!this.#isConfigured) return false;
    const { writes, events } = this.#scanner.trigger(label, options, this.#clock.now());
    this.#send(writes);
    return events.some(({ kind }) => kind === "typed");
  }

  #send(reports: readonly Uint8Array[]): void {
    for (const report of reports) this.device.send(IN, report);
    this.#cancel?.();
    this.#cancel = null;
    const due = this.#scanner.deadline;
    if (due === null) return;
    const wait = Math.max(0, due - this.#clock.now());
    this.#cancel = this.#clock.after(wait, () =>
      this.#send(this.#scanner.wake(this.#clock.now()).writes),
    );
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
