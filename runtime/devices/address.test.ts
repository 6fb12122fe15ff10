import { expect, test } from "vitest";
import { printerAddress, scannerAddress } from "./address.ts";

test.each([
  ["/dev/ttyACM0", { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 }],
  [
    "serial:05f9:4204",
    { link: "serial", path: { vendorId: 0x05f9, productId: 0x4204 }, baudRate: 9600 },
  ],
  [
    "serial:05f9:4204:S1",
    {
      ...{ link: "serial", baudRate: 9600 },
      path: { vendorId: 0x05f9, productId: 0x4204, serialNumber: "S1" },
    },
  ],
  [
    "serial:05F9:4204@1-1.4",
    {
      ...{ link: "serial", baudRate: 9600 },
      path: { vendorId: 0x05f9, productId: 0x4204, portPath: "1-1.4" },
    },
  ],
  ["port:1-1.4", { link: "serial", path: { portPath: "1-1.4" }, baudRate: 9600 }],
  ["port:pnp0/00:04", { link: "serial", path: { portPath: "pnp0/00:04" }, baudRate: 9600 }],
  ["./counter/scanner", { link: "serial", path: "./counter/scanner", baudRate: 9600 }],
  ["COM3", { link: "serial", path: "COM3", baudRate: 9600 }],
  ["hid:0c2e:0B61", { link: "hid", vendorId: 0x0c2e, productId: 0x0b61, usagePage: 0x8c }],
  [
    "hid:1eab:0d10:A:1",
    { link: "hid", vendorId: 0x1eab, productId: 0x0d10, usagePage: 0x8c, serialNumber: "A:1" },
  ],
  [
    "oem:05e0:1300",
    {
      ...{ link: "hid", vendorId: 0x05e0, productId: 0x1300 },
      ...{ usagePage: 0xff45, usages: [0x4b00, 0x4a00] },
    },
  ],
  [
    "hid:0c2e:0b61@1-1.4",
    { link: "hid", vendorId: 0x0c2e, productId: 0x0b61, portPath: "1-1.4", usagePage: 0x8c },
  ],
  ["wedge:05e0:1200", { link: "usb", vendorId: 0x05e0, productId: 0x1200, serves: "keyboard" }],
  [
    "wedge:05e0:1200@2-1",
    { link: "usb", vendorId: 0x05e0, productId: 0x1200, portPath: "2-1", serves: "keyboard" },
  ],
])("a scanner is found at %s", (text, address) => {
  expect(scannerAddress(text, 9600)).toEqual(address);
});

test.each([
  ["/dev/usb-serial", { link: "serial", path: "/dev/usb-serial", baudRate: 19_200 }],
  ["tcp:192.0.2.7", { link: "tcp", host: "192.0.2.7", port: 9100 }],
  ["tcp:printer.shop:9101", { link: "tcp", host: "printer.shop", port: 9101 }],
  ["usb:04b8:0E28", { link: "usb", vendorId: 0x04b8, productId: 0x0e28, serves: "printer" }],
  [
    "usb:04b8:0e28:GT@1",
    { link: "usb", vendorId: 0x04b8, productId: 0x0e28, serialNumber: "GT@1", serves: "printer" },
  ],
  [
    "usb:0416:5011@1-1.4",
    { link: "usb", vendorId: 0x0416, productId: 0x5011, portPath: "1-1.4", serves: "printer" },
  ],
  ["tcp:[2001:db8::7]:9100", { link: "tcp", host: "2001:db8::7", port: 9100 }],
])("a printer is found at %s", (text, address) => {
  expect(printerAddress(text, 19_200)).toEqual(address);
});

test.each([
  "",
  "serial:",
  "serial:05f9",
  "port:",
  "hid:",
  "hid:0c2e",
  "hid:zzzz:0001",
  "oem:05e0",
  "wedge:05e0",
  "nonsense",
  "ttyACM0",
  "wegde:05e0:1200",
  "tcp:192.0.2.7",
  "tcp://192.0.2.7/",
])("“%s” is no scanner", (text) => {
  expect(() => scannerAddress(text, 9600)).toThrow(/host\/bad-address/);
});

test.each([
  ...["", "tcp:", "tcp:host:0", "tcp:host:70000", "tcp:a b"],
  ...["usb:", "usb:04b8", "usb:04b8:0e28@", "usb:04b8:0e28@hub", "usb:04b8:0e288"],
])("“%s” is no printer", (text) => {
  expect(() => printerAddress(text, 9600)).toThrow(/host\/bad-address/);
});
