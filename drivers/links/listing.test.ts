import { describe, expect, it } from "vitest";
import { changesBetween } from "#drivers/discovery/found.ts";
import { listDevices } from "#drivers/links/listing.ts";
import { freshFolder } from "#test/support/folder.ts";
import { FakeSysfs, posDescriptor } from "#test/support/sysfs.ts";

const scanner = {
  port: "1-1.4",
  vendor: "05f9",
  product: "4204",
  serial: "S1",
  title: "Datalogic Scanner",
  interfaceClass: "02",
  node: "ttyACM0",
};

describe("the listing of a machine", () => {
  it("knows a USB serial port by its ids and serial number, and where it hangs", () => {
    const machine = new FakeSysfs(freshFolder());
    machine.plug(scanner);

    expect(listDevices(machine.roots)).toEqual([
      {
        kind: "serial",
        identity: "usb:05f9:4204:S1",
        node: `${machine.roots.dev}/ttyACM0`,
        usb: { vendor: "05f9", product: "4204" },
        serial: "S1",
        title: "Datalogic Scanner",
        portPath: "1-1.4",
        interfaceClasses: [2],
        usages: [],
        isOpenToUs: true,
      },
    ]);
  });

  it("reads what a HID device is for out of its report descriptor", () => {
    const machine = new FakeSysfs(freshFolder());
    const hid = { port: "1-2", vendor: "0c2e", product: "0b61", node: "hidraw3" };
    machine.plug({ ...hid, interfaceClass: "03", descriptor: posDescriptor });

    expect(listDevices(machine.roots)).toMatchObject([
      { kind: "hid", identity: "usb:0c2e:0b61@1-2", usages: [{ page: 0x8c, usage: 2 }] },
    ]);
  });

  it("opens a keyboard as the USB device that it is", () => {
    const machine = new FakeSysfs(freshFolder());
    const typing = { port: "1-2", vendor: "05e0", product: "1200", node: "hidraw3" };
    machine.plug({ ...typing, interfaceClass: "03", descriptor: "05 01 09 06 a1 01 c0" });

    expect(listDevices(machine.roots)).toMatchObject([
      { kind: "hid", node: `${machine.roots.dev}/bus/usb/001/001` },
    ]);
  });

  it("lists a printer that no driver holds under the bus, and no hub", () => {
    const machine = new FakeSysfs(freshFolder());
    machine.plug({ port: "1-3", vendor: "04b8", product: "0e15", interfaceClass: "07" });

    expect(listDevices(machine.roots)).toMatchObject([
      { kind: "usb", node: `${machine.roots.dev}/bus/usb/001/001`, interfaceClasses: [7] },
    ]);
  });

  it("tells twins with one serial number apart by their ports", () => {
    const machine = new FakeSysfs(freshFolder());
    machine.plug(scanner);
    machine.plug({ ...scanner, port: "1-2", node: "ttyACM1" });

    expect(listDevices(machine.roots).map(({ identity }) => identity)).toEqual([
      "usb:05f9:4204@1-1.4",
      "usb:05f9:4204@1-2",
    ]);
  });

  it("names a port of the machine by its place, and leaves out one that is not there", () => {
    const machine = new FakeSysfs(freshFolder());
    machine.addPort("ttyS0", 4);
    machine.addPort("ttyS1", 0);

    expect(listDevices(machine.roots)).toMatchObject([
      { kind: "serial", identity: "port:pnp0/00:00 0x3F8", usb: null },
    ]);
  });

  it("keeps an identity through a replug under another number, and tells the change", () => {
    const machine = new FakeSysfs(freshFolder());
    machine.plug(scanner);
    const before = listDevices(machine.roots);

    machine.unplug(scanner);
    const between = listDevices(machine.roots);
    machine.plug({ ...scanner, node: "ttyACM7" });
    const after = listDevices(machine.roots);

    expect(between).toEqual([]);
    expect(after[0]?.identity).toBe(before[0]?.identity);
    expect(changesBetween(before, after)).toEqual({ gone: before, come: after });
  });

  it("is empty where there is no sysfs", () => {
    expect(listDevices({ sys: "/nowhere", dev: "/nowhere" })).toEqual([]);
  });
});
