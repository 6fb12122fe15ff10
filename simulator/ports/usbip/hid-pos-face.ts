/**
 * A scanner in HID-POS mode on USB: carries reports between the host and the scanner behind it.
 *
 * Source: HID 1.11 sections 6.2 and 7.2, usage page 8Ch; feature and output reports FEh, FDh and
 * 04h as in python_hon_usbhid and the Newland manuals. Vendor id Honeywell; the product id and the
 * descriptor's shape are made up [no capture].
 */
import type { UsbDescription } from "./descriptors.ts";
import { GET_REPORT, HidFace, hidInterface, SET_REPORT } from "./hid-face.ts";
import type { Setup } from "./protocol.ts";

/** `wValue` of a feature report FEh: type 3, id FEh. */
const ENABLE_REPORT = 0x03fe;

/** Bytes of 8 bits, `count` of them, as one field of report `id`. */
const field = (id: number, usage: number, count: number, kind: number) => [
  ...[0x85, id, 0x09, usage, 0x15, 0x00, 0x26, 0xff, 0x00],
  ...[0x75, 0x08, 0x95, count, kind, 0x02],
];
const INPUT = 0x81;
const OUTPUT = 0x91;
const FEATURE = 0xb1;

const descriptor = Uint8Array.of(
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
  interfaces: [hidInterface({ descriptor, packetBytes: 64, hasOut: true })],
};

export class HidPosFace extends HidFace {
  /** What the host last said with the feature report FE. */
  #feature = 0;

  constructor() {
    super(description);
  }

  protected override begin(): void {
    this.#feature = 0;
  }

  protected override answer({ request, value }: Setup, data: Uint8Array): Uint8Array | null {
    if (request === SET_REPORT) {
      if (value === ENABLE_REPORT) this.#feature = data[1] ?? 0;
      this.hear(value >> 8, data);
      return new Uint8Array();
    }
    const isAsked = request === GET_REPORT && value === ENABLE_REPORT;
    return isAsked ? Uint8Array.of(0xfe, this.#feature) : null;
  }
}
