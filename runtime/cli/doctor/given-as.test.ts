import { expect, test } from "vitest";
import type { Found, Usage } from "#drivers/discovery/found.ts";
import { drawerAddress, printerAddress, scannerAddress } from "#runtime/devices/address.ts";
import { givenAs } from "./given-as.ts";

const device = (kind: Found["kind"], identity: string, usages: readonly Usage[] = []): Found => {
  const [, vendor = "", product = "", serial] = /^usb:(\w+):(\w+):?(\w+)?/.exec(identity) ?? [];
  return {
    ...{ kind, identity, node: "/dev/x", title: "", portPath: "1-2", interfaceClasses: [] },
    usb: vendor === "" ? null : { vendor, product },
    ...{ serial: serial ?? null, usages, isOpenToUs: true },
  };
};
const posScanner = [{ page: 0x8c, usage: 2 }];
const oem = (usage: number) => [{ page: 0xff45, usage }];
const keyboard = [{ page: 1, usage: 6 }];
const drawer = [{ page: 0xffa0, usage: 1 }];
const serial = (text: string) => scannerAddress(text, 9600);
const hidDrawer = (text: string) => drawerAddress(text, { link: "hid", baudRate: 0 });
const onUsb = (text: string) => printerAddress(text, 9600);

test.each([
  [device("hid", "usb:0c2e:0b61:S1", posScanner), "scanner", "hid:0c2e:0b61:S1", serial],
  [device("hid", "usb:0c2e:0b61@1-2", posScanner), "scanner", "hid:0c2e:0b61@1-2", serial],
  [device("hid", "usb:05e0:1300:S1", oem(0x4b00)), "scanner", "oem:05e0:1300:S1", serial],
  [device("hid", "usb:05f9:122f@1-2", oem(0x4a00)), "scanner", "oem:05f9:122f@1-2", serial],
  [device("hid", "usb:05e0:1200@1-2", keyboard), "scanner", "wedge:05e0:1200@1-2", serial],
  [device("serial", "usb:05f9:4204:S1"), "scanner", "serial:05f9:4204:S1", serial],
  [device("usb", "usb:04b8:0e28:S1"), "printer", "usb:04b8:0e28:S1", onUsb],
  [device("usb", "usb:0416:5011@1-1.4"), "printer", "usb:0416:5011@1-1.4", onUsb],
  [device("hid", "usb:0d3a:0200@1-2", drawer), "drawer", "hid:0d3a:0200@1-2", hidDrawer],
] as const)("what is known is given as its option takes it: %#", (found, kind, address, taken) => {
  expect(givenAs(found, { class: kind })).toBe(`--${kind} ${address}`);
  expect(() => taken(address)).not.toThrow();
});

test.each([
  ["usb:1a86:7523@1-3", "serial:1a86:7523@1-3"],
  ["port:pnp0/00:04", "port:pnp0/00:04"],
  ["port:pnp0/00:00 0x3F8", '"port:pnp0/00:00 0x3F8"'],
])("a port that any device may hang on, %s, is an address", (identity, address) => {
  expect(givenAs(device("serial", identity), null)).toBe(address);
  expect(() => serial(address.replaceAll('"', ""))).not.toThrow();
});

test("what no driver opens is not offered", () => {
  expect(givenAs(device("hid", "usb:05e0:0600:S1"), { class: "scanner" })).toBeNull();
  expect(givenAs(device("hid", "usb:05f9:2203:S1", oem(0x4c00)), null)).toBeNull();
  expect(givenAs(device("hid", "usb:046d:c31c@1-2", keyboard), null)).toBeNull();
  expect(givenAs(device("usb", "usb:0781:5567:S1"), null)).toBeNull();
});
