/**
 * A Posiflex cash drawer on USB: reports of 120 bytes on a vendor's page, without numbers.
 *
 * Source: posiflex-hidcd README, as `drivers/wire/drawers.ts` has it. The last digit of
 * the product id, the names and the report descriptor are made up.
 */
import {
  POSIFLEX_REPORT_BYTES,
  POSIFLEX_USAGE_PAGE,
  POSIFLEX_VENDOR,
} from "#drivers/wire/drawers.ts";
import type { UsbDescription } from "./descriptors.ts";
import { hidInterface } from "./hid-face.ts";
import { reportField, UnnumberedFace } from "./unnumbered-face.ts";

const descriptor = Uint8Array.of(
  ...[0x06, POSIFLEX_USAGE_PAGE & 0xff, POSIFLEX_USAGE_PAGE >> 8, 0x09, 0x01, 0xa1, 0x01],
  ...reportField("input", 0x03, POSIFLEX_REPORT_BYTES),
  ...reportField("output", 0x04, POSIFLEX_REPORT_BYTES),
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
  interfaces: [hidInterface({ descriptor, packetBytes: 128 })],
};

export class PosiflexFace extends UnnumberedFace {
  constructor() {
    super(description);
  }
}
