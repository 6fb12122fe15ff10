/**
 * A scanner in keyboard mode on USB: a boot keyboard that types what it reads.
 *
 * Source: HID 1.11, appendices B.1 and E.6 (the report descriptor of a boot keyboard), section 7.2.
 * Ids: Zebra as shipped, 05e0:1200; names and serial number are made up [no capture].
 */
import type { UsbDescription } from "./descriptors.ts";
import { GET_REPORT, HidFace, hidInterface, SET_REPORT } from "./hid-face.ts";
import type { Setup } from "./protocol.ts";

const GET_PROTOCOL = 0x03;
const SET_PROTOCOL = 0x0b;

const REPORT_BYTES = 8;

/** Eight modifiers, a byte of nothing, five lights, six keys. */
const descriptor = Uint8Array.of(
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
  interfaces: [hidInterface({ descriptor, packetBytes: REPORT_BYTES, boot: [1, 1] })],
};

/** A host has nothing to say to a keyboard without lights. */
export class KeyboardFace extends HidFace {
  #protocol = 1;

  constructor() {
    super(description);
  }

  protected override begin(): void {
    this.#protocol = 1;
  }

  protected override answer({ request, value }: Setup): Uint8Array | null {
    switch (request) {
      // The lights: it has none, and does not let itself be told of Caps Lock.
      case SET_REPORT:
        return new Uint8Array();
      case SET_PROTOCOL:
        this.#protocol = value & 1;
        return new Uint8Array();
      case GET_PROTOCOL:
        return Uint8Array.of(this.#protocol);
      case GET_REPORT:
        return new Uint8Array(REPORT_BYTES);
      default:
        return null;
    }
  }
}
