/**
 * A hand-held scanner in USB-OEM mode on USB: reports on the page of IBM's tills.
 *
 * Source: a Zebra DS2208 in "IBM hand-held" mode as its owner read it with `hidapi`: ids, names,
 * usage page and usage, reports of 64 bytes. How long its output report says it is, and the serial
 * number, are made up; that commands come by SET_REPORT is how Datalogic's driver sends them.
 */
import {
  OEM_COMMAND_LENGTH,
  OEM_HAND_SCANNER,
  OEM_REPORT_LENGTH,
  OEM_USAGE_PAGE,
  VENDOR_ZEBRA,
} from "#drivers/wire/usb-oem.ts";
import type { UsbDescription } from "./descriptors.ts";
import { hidInterface } from "./hid-face.ts";
import { reportField, UnnumberedFace } from "./unnumbered-face.ts";

const descriptor = Uint8Array.of(
  ...[0x06, OEM_USAGE_PAGE & 0xff, OEM_USAGE_PAGE >> 8],
  ...[0x0a, OEM_HAND_SCANNER & 0xff, OEM_HAND_SCANNER >> 8, 0xa1, 0x01],
  ...reportField("input", 0x02, OEM_REPORT_LENGTH),
  ...reportField("output", 0x03, OEM_COMMAND_LENGTH),
  0xc0,
);

const description: UsbDescription = {
  vendorId: VENDOR_ZEBRA,
  productId: 0x1300,
  release: 0x0004,
  deviceClass: [0, 0, 0],
  maker: "Symbol Technologies, Inc, 2008",
  product: "Symbol Bar Code Scanner::EA",
  serial: "S/N:00000000000000000000000000000001",
  interfaces: [hidInterface({ descriptor, packetBytes: OEM_REPORT_LENGTH })],
};

export class UsbOemFace extends UnnumberedFace {
  constructor() {
    super(description);
  }
}
