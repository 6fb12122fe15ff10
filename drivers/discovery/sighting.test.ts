import { expect, test } from "vitest";
import type { Found } from "#drivers/discovery/found.ts";
import { devicesAt } from "#drivers/discovery/sighting.ts";

const asUsb: Found = {
  kind: "usb",
  identity: "usb:05e0:1200@1-2",
  node: "/dev/bus/usb/001/004",
  usb: { vendor: "05e0", product: "1200" },
  serial: null,
  title: "",
  portPath: "1-2",
  interfaceClasses: [3],
  usages: [],
  isOpenToUs: true,
};
const keys: Found = { ...asUsb, kind: "hid", usages: [{ page: 1, usage: 6 }] };
const volume: Found = { ...keys, node: "/dev/hidraw1", usages: [{ page: 12, usage: 1 }] };
const wedge = { link: "usb", vendorId: 0x05e0, productId: 0x1200, serves: "keyboard" } as const;

test.each([
  ["held by the system's driver", [volume, keys], [keys]],
  ["held by the till", [asUsb], [asUsb]],
  ["held in part", [volume], [volume]],
  ["another device", [{ ...keys, usb: { vendor: "05e0", product: "1300" } }], []],
])("a scanner that types is one device: %s", (_, listing, found) => {
  expect(devicesAt(wedge, listing)).toEqual(found);
});

test("two alike are two, and their sockets tell them apart", () => {
  const other = { ...keys, portPath: "1-3" };

  expect(devicesAt(wedge, [keys, other])).toHaveLength(2);
  expect(devicesAt({ ...wedge, portPath: "1-3" }, [keys, other])).toEqual([other]);
});

test("a printer is not sought among HID devices", () => {
  expect(devicesAt({ ...wedge, serves: "printer" }, [keys])).toEqual([]);
});
