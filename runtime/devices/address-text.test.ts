import { expect, test } from "vitest";
import { printerAddress, scannerAddress } from "./address.ts";
import { addressText } from "./address-text.ts";

test.each([
  ...["/dev/ttyACM0", "COM3", "serial:05f9:4204", "serial:05f9:4204:S1", "serial:05f9:4204@1-1.4"],
  ...["port:1-1.4", "port:pnp0/00:04 0x3F8", "hid:0c2e:0b61", "hid:0c2e:0b61:A:1", "oem:05e0:1300"],
])("the scanner at %s is told as it was given", (text) => {
  expect(addressText(scannerAddress(text, 9600))).toBe(text);
});

test.each(["tcp:192.0.2.7:9100", "usb:04b8:0e28", "usb:04b8:0e28:GT@1", "usb:0416:5011@1-1.4"])(
  "the printer at %s is told as it was given",
  (text) => {
    expect(addressText(printerAddress(text, 9600))).toBe(text);
  },
);
