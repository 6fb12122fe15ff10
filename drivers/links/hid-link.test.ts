import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { type HidBinding, type HidDevice, openHidLink } from "#drivers/links/hid-link.ts";
import type { HidAddress } from "#drivers/links/message.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

const address: HidAddress = { link: "hid", vendorId: 0x0c2e, productId: 0x0b01, usagePage: 0x8c };

class FakeDevice extends EventEmitter implements HidDevice {
  readonly did: string[] = [];
  fails: string | null = null;
  async write(report: number[]): Promise<number> {
    if (this.fails !== null) throw new Error(this.fails);
    this.did.push(`output ${toHex(Uint8Array.from(report))}`);
    return report.length;
  }
  async sendFeatureReport(report: number[]): Promise<number> {
    this.did.push(`feature ${toHex(Uint8Array.from(report))}`);
    return report.length;
  }
  async close(): Promise<void> {
    this.did.push("closed");
  }
}

function plugged(open: HidAddress = address) {
  const device = new FakeDevice();
  const opened: string[] = [];
  const base = { vendorId: 0x0c2e, productId: 0x0b01 };
  const binding: HidBinding = {
    devicesAsync: async () => [
      { ...base, usagePage: 1, path: "keyboard" },
      { ...base, usagePage: 0x8c, path: "scanner", serialNumber: "S1" },
      { ...base, usagePage: 0xff45, usage: 0x6e00, path: "scale" },
      { ...base, usagePage: 0xff45, usage: 0x4a00, path: "scanner in the table" },
    ],
    HIDAsync: {
      open: async (path) => {
        opened.push(path);
        return device;
      },
    },
  };
  const told: string[] = [];
  const link = openHidLink(
    open,
    {
      opened: () => told.push("opened"),
      data: (bytes) => told.push(`data ${toHex(bytes)}`),
      closed: (reason) => told.push(`closed ${reason}`),
    },
    async () => binding,
  );
  const becomes = (...events: string[]) => vi.waitFor(() => expect(told).toEqual(events));
  return { device, opened, link, becomes };
}

test("opens the interface of its usage page; reports pass whole, both ways", async () => {
  const { device, opened, link, becomes } = plugged();
  await becomes("opened");

  link.write(fromHex("03 fe 01"));
  link.write(fromHex("02 fd 03 16"));
  device.emit("data", Buffer.from([2, 1, 0x41]));

  await becomes("opened", "data 02 01 41");
  await vi.waitFor(() => expect(device.did).toEqual(["feature fe 01", "output fd 03 16"]));
  expect(opened).toEqual(["scanner"]);
});

test("opens the interface that has one of its usages, where a page serves several", async () => {
  const { opened, becomes } = plugged({
    ...{ ...address, usagePage: 0xff45, usages: [0x4b00, 0x4a00] },
  });

  await becomes("opened");
  expect(opened).toEqual(["scanner in the table"]);
});

test("an unplugging, which comes as a string, is told once and the device let go", async () => {
  const { device, becomes } = plugged();
  await becomes("opened");

  device.emit("error", "could not read from HID device");
  device.emit("error", "could not read from HID device");

  await becomes("opened", "closed could not read from HID device");
  expect(device.did).toEqual(["closed"]);
});

test("what was written still goes out before it closes as asked", async () => {
  const { device, link, becomes } = plugged();
  await becomes("opened");

  link.write(fromHex("02 04 01"));
  link.close();

  await becomes("opened", "closed null");
  expect(device.did).toEqual(["output 04 01", "closed"]);
});

test("a write that fails ends the link", async () => {
  const { device, link, becomes } = plugged();
  await becomes("opened");
  device.fails = "cannot write";

  link.write(fromHex("02 04 01"));

  await becomes("opened", "closed cannot write");
});

test("a device that is not there, and one of another serial number, are not opened", async () => {
  const { opened, becomes } = plugged({ ...address, serialNumber: "S2" });

  await becomes("closed no such HID device");
  expect(opened).toEqual([]);
});

test("a missing library names the package that holds it", async () => {
  const closed = vi.fn();
  const words = "libusb-1.0.so.0: cannot open shared object file";
  openHidLink(address, { opened: vi.fn(), data: vi.fn(), closed }, async () => {
    throw new Error(words);
  });

  await vi.waitFor(() =>
    expect(closed).toHaveBeenCalledWith(`install the package libusb-1.0-0 (${words})`),
  );
});
