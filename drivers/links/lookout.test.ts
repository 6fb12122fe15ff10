import { chmodSync, linkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nothingThere } from "#drivers/discovery/sighting.ts";
import { Lookout } from "#drivers/links/lookout.ts";
import type { SerialDevice } from "#drivers/links/message.ts";
import { freshFolder } from "#test/support/folder.ts";
import { FakeSysfs, type FakeUsb, posDescriptor } from "#test/support/sysfs.ts";

const scanner: FakeUsb = {
  ...{ port: "1-1.4", vendor: "05f9", product: "4204", serial: "S1", interfaceClass: "02" },
  node: "ttyUSB0",
};
const other: FakeUsb = { ...scanner, vendor: "067b", product: "2303", serial: "P9", port: "1-2" };

const serial = (path: string | SerialDevice) => ({ link: "serial", path, baudRate: 9600 }) as const;
const byIds = serial({ vendorId: 0x05f9, productId: 0x4204 });
const bySerial = serial({ vendorId: 0x05f9, productId: 0x4204, serialNumber: "S1" });
const byPort = serial({ portPath: "1-1.4" });

function machine() {
  const folder = freshFolder();
  const sysfs = new FakeSysfs(folder);
  const lookout = new Lookout(sysfs.roots);
  const at = (name: string) => join(sysfs.roots.dev, name);
  return { folder, sysfs, at, look: lookout.look.bind(lookout) };
}

describe("a lookout", () => {
  it.each([byIds, bySerial, byPort])("finds a device that comes back as ttyUSB1: %j", (address) => {
    const { sysfs, at, look } = machine();
    sysfs.plug(scanner);
    const before = look(address);
    expect(before.node).toBe(at("ttyUSB0"));

    sysfs.unplug(scanner);
    expect(look(address)).toEqual(nothingThere);
    sysfs.plug({ ...scanner, node: "ttyUSB1" });

    const after = look(address);
    expect(after.node).toBe(at("ttyUSB1"));
    expect(after.mark).not.toBe(before.mark);
  });

  it.each([byIds, bySerial])("does not take the one that has ttyUSB0 now for it: %j", (address) => {
    const { sysfs, look } = machine();
    sysfs.plug(scanner);
    look(address);

    sysfs.unplug(scanner);
    sysfs.plug(other);

    expect(look(address)).toEqual(nothingThere);
  });

  it("tells two that swapped their numbers apart", () => {
    const { sysfs, at, look } = machine();
    sysfs.plug(scanner);
    sysfs.plug({ ...other, node: "ttyUSB1" });
    sysfs.unplug(scanner);
    sysfs.unplug({ ...other, node: "ttyUSB1" });
    sysfs.plug(other);
    sysfs.plug({ ...scanner, node: "ttyUSB1" });

    expect(look(bySerial).node).toBe(at("ttyUSB1"));
    expect(look(serial({ vendorId: 0x067b, productId: 0x2303 })).node).toBe(at("ttyUSB0"));
  });

  it("takes two HID scanners apart by their sockets, and two interfaces of one for one", () => {
    const { sysfs, at, look } = machine();
    const hidraw = join(sysfs.roots.sys, "class/hidraw");
    const twin = { port: "1-2", vendor: "0c2e", product: "0b61", interfaceClass: "03" };
    const hid = { link: "hid", vendorId: 0x0c2e, productId: 0x0b61, usagePage: 0x8c } as const;
    sysfs.plug({ ...twin, node: "hidraw0", descriptor: posDescriptor });
    symlinkSync(join(hidraw, "hidraw0"), join(hidraw, "hidraw1"));
    expect(look(hid).node).toBe(at("hidraw0"));

    sysfs.plug({ ...twin, port: "1-3", node: "hidraw2", descriptor: posDescriptor });

    expect(look(hid)).toMatchObject({ node: null, alike: expect.any(Array) });
    expect(look({ ...hid, portPath: "1-3" }).node).toBe(at("hidraw2"));
  });

  it("finds neither of two that are alike, and names what would tell them apart", () => {
    const { sysfs, at, look } = machine();
    sysfs.plug(scanner);
    sysfs.plug({ ...scanner, port: "1-3", node: "ttyUSB1" });

    expect(look(bySerial)).toMatchObject({
      ...{ node: null, device: null },
      alike: ["usb:05f9:4204@1-1.4", "usb:05f9:4204@1-3"],
    });
    expect(look(byPort).node).toBe(at("ttyUSB0"));
    const third = { vendorId: 0x05f9, productId: 0x4204, portPath: "1-3" };
    expect(look(serial(third)).node).toBe(at("ttyUSB1"));
  });

  it("marks a device anew that came back to the same socket under the same name", () => {
    const { sysfs, at, look } = machine();
    sysfs.plug(scanner);
    const before = look(bySerial).mark;

    // A file system may give a file's number to the next one at once; the kernel does not.
    linkSync(at("ttyUSB0"), join(sysfs.roots.dev, "held"));
    sysfs.unplug(scanner);
    sysfs.plug(scanner);

    expect(look(bySerial).mark).not.toBe(before);
    expect(look(bySerial).mark).toBe(look(bySerial).mark);
  });

  it("marks a device anew when the system gives its file other rights", () => {
    const { sysfs, at, look } = machine();
    sysfs.plug(scanner);
    const before = look(bySerial).mark;

    chmodSync(at("ttyUSB0"), 0o600);

    expect(look(bySerial).mark).not.toBe(before);
  });

  it("follows a link to what it leads to, and sees it go", () => {
    const { folder, sysfs, at, look } = machine();
    sysfs.plug(scanner);
    const link = join(folder, "scanner");
    symlinkSync(at("ttyUSB0"), link);

    expect(look(serial(link))).toMatchObject({
      node: at("ttyUSB0"),
      device: { identity: "usb:05f9:4204:S1" },
    });
    rmSync(at("ttyUSB0"));
    expect(look(serial(link))).toEqual(nothingThere);
  });

  it("finds a HID device by its usage, and a USB device by its ids", () => {
    const { sysfs, at, look } = machine();
    const hid = { port: "1-5", vendor: "0c2e", product: "0b61", interfaceClass: "03" };
    sysfs.plug({ ...hid, node: "hidraw3", descriptor: posDescriptor });
    sysfs.plug({ port: "1-6", vendor: "04b8", product: "0e15", interfaceClass: "07" });

    const ids = { vendorId: 0x0c2e, productId: 0x0b61 };
    expect(look({ link: "hid", ...ids, usagePage: 0x8c }).node).toBe(at("hidraw3"));
    expect(look({ link: "hid", ...ids, usagePage: 0xff00 })).toEqual(nothingThere);
    const printer = { vendorId: 0x04b8, productId: 0x0e15 };
    expect(look({ link: "usb", ...printer, serves: "printer" }).device?.portPath).toBe("1-6");
    // A scanner that is a keyboard is driven past its HID node, which goes when it is claimed.
    expect(look({ link: "usb", ...ids, serves: "keyboard" }).node).toBe(at("bus/usb/001/001"));
    expect(look({ link: "tcp", host: "192.0.2.7", port: 9100 })).toEqual(nothingThere);
  });

  it("tells a scanner and a scale on one page by their usages", () => {
    const { sysfs, at, look } = machine();
    const hid = { vendor: "05f9", product: "1234", interfaceClass: "03" };
    const descriptor = (usage: string) => `06 45 ff 0a 00 ${usage} a1 01 c0`;
    sysfs.plug({ ...hid, port: "1-5", node: "hidraw3", descriptor: descriptor("6e") });
    sysfs.plug({ ...hid, port: "1-6", node: "hidraw4", descriptor: descriptor("4a") });

    const page = { link: "hid", vendorId: 0x05f9, productId: 0x1234, usagePage: 0xff45 } as const;
    expect(look({ ...page, usages: [0x4b00, 0x4a00] }).node).toBe(at("hidraw4"));
    expect(look(page).alike).toHaveLength(2);
  });
});
