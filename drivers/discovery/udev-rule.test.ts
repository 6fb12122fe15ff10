import { expect, test } from "vitest";
import type { Found } from "#drivers/discovery/found.ts";
import { udevRule, udevRules } from "#drivers/discovery/udev-rule.ts";

const printer: Found = {
  kind: "usb",
  identity: "usb:04b8:0e15@1-1",
  node: null,
  usb: { vendor: "04b8", product: "0e15" },
  serial: null,
  title: 'EPSON TM-T20II\nSUBSYSTEM=="usb", MODE="0666"',
  portPath: "1-1",
  interfaceClasses: [7],
  usages: [],
  isOpenToUs: false,
};
const grant = 'MODE="0660", GROUP="dialout", TAG+="uaccess"';

test.each([
  ["usb", 'SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="04b8", ATTR{idProduct}'],
  ["hid", 'KERNEL=="hidraw*", ATTRS{idVendor}=="04b8", ATTRS{idProduct}'],
  ["serial", 'SUBSYSTEM=="tty", ATTRS{idVendor}=="04b8", ATTRS{idProduct}'],
] as const)("the rule for %s names the device by its ids", (kind, begin) => {
  expect(udevRule({ ...printer, kind })).toBe(`${begin}=="0e15", ${grant}`);
});

test("a scanner that types is opened as the USB device that it is", () => {
  const keyboard = { ...printer, kind: "hid", usages: [{ page: 1, usage: 6 }] } as const;

  expect(udevRule(keyboard)).toBe(udevRule(printer));
});

test("no rule helps a port without ids", () => {
  expect(udevRule({ ...printer, kind: "serial", usb: null })).toBeNull();
});

test("a file holds each rule once, and no device can write a rule of its own", () => {
  const lines = udevRules([printer, { ...printer, identity: "twin" }]).split("\n");

  expect(lines).toHaveLength(4);
  expect(lines.slice(1)).toEqual([
    '# EPSON TM-T20II SUBSYSTEM=="usb", MODE="0666"',
    udevRule(printer),
    "",
  ]);
});
