import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openUsbLink } from "#drivers/links/usb-link.ts";
import {
  usbPrinter as address,
  bootKeyboard,
  FakeUsbDevice,
  pluggedUsb as plugged,
} from "#test/support/fake-usb.ts";
import { fromHex } from "#test/support/hex.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("a USB link", () => {
  it("sends the kernel's driver away before it claims, and gives the interface back", async () => {
    const { device, told, link } = await plugged();
    link.write(fromHex("1b 40"));
    await passes(0);
    device.send("12");
    await passes(0);
    link.close();
    await passes(1000);

    expect(told).toEqual(["opened", "data 12", "closed null"]);
    expect(device.taken).toEqual(["1b 40"]);
    expect(device.did).toEqual([
      "open",
      "detach 0",
      "claim 0",
      "detach 0",
      "release 0",
      "attach 0",
      "close",
    ]);
  });

  it("sends away no driver where there is none", async () => {
    const { device } = await plugged({ driver: null });

    expect(device.did).toEqual(["open", "claim 0"]);
  });

  it("never takes the interface from another program", async () => {
    const { device, told } = await plugged({ driver: "usbfs" });

    expect(told).toEqual(["closed the interface is held by another program"]);
    expect(device.did).toEqual(["open", "close"]);
  });

  it("that could not claim gives the interface back to the kernel", async () => {
    const words = "claimInterface error: interface is busy (errno 16)";
    const { device, told } = await plugged({
      prepare: ({ refuses }) => refuses.set("claim", words),
    });

    expect(told).toEqual([`closed ${words}`]);
    expect(device.did.slice(-3)).toEqual(["release 0", "attach 0", "close"]);
  });

  it("names the udev rule where this user may not open the device", async () => {
    const words = "open error: failed to open device: permission denied (errno 13)";
    const { told } = await plugged({ prepare: ({ refuses }) => refuses.set("open", words) });

    expect(told).toEqual([
      `closed ${words}: put this rule into /etc/udev/rules.d/70-guitai.rules: ` +
        'SUBSYSTEM=="usb", ENV{DEVTYPE}=="usb_device", ATTR{idVendor}=="04b8", ' +
        'ATTR{idProduct}=="0e28", MODE="0660", GROUP="dialout", TAG+="uaccess"',
    ]);
  });

  it.each([
    ["another serial number", { serialNumber: "S2" }],
    ["another socket", { portPath: "1-9.5" }],
    ["another product", { productId: 0x0e29 }],
  ])("does not open %s", async (_, differs) => {
    const { device, told } = await plugged({ address: { ...address, ...differs } });

    expect(told).toEqual(["closed no such USB device"]);
    expect(device.did).toEqual([]);
  });

  it("finds the one in a socket, of several alike", async () => {
    const { told } = await plugged({ address: { ...address, portPath: "1-9.4" } });

    expect(told).toEqual(["opened"]);
  });

  it("opens neither of two that fit, and names their sockets", async () => {
    const closed = vi.fn();
    const [one, other] = [new FakeUsbDevice(), new FakeUsbDevice()];
    other.ports = [9, 5];
    openUsbLink(
      address,
      { opened: vi.fn(), data: vi.fn(), closed },
      {
        load: async () => ({ usb: { getDevices: async () => [one, other] } }),
        driverOf: () => null,
      },
    );
    await passes(0);

    expect(closed).toHaveBeenCalledExactlyOnceWith(
      "2 devices fit: name the serial number or the socket, @1-9.4, @1-9.5",
    );
    expect([...one.did, ...other.did]).toEqual([]);
  });

  it("says that a device is no printer, and lets it go", async () => {
    const { device, told } = await plugged({ configuration: bootKeyboard });

    expect(told).toEqual(["closed the device has no interface of a printer"]);
    expect(device.did).toEqual(["open", "close"]);
  });

  it("tells an unplugging once, though every pending transfer ends with it", async () => {
    const { device, told, link } = await plugged({
      prepare: (one) => {
        one.isBusy = true;
      },
    });
    link.write(fromHex("1b 40"));
    await passes(0);
    expect(device.pending).toBe(2);

    device.unplug();
    link.write(fromHex("1b 40"));
    await passes(10_000);

    expect(told).toEqual(["opened", "closed transferIn error: Disconnected"]);
    expect(device.did.at(-1)).toBe("close");
  });

  it("closed while it is being opened opens nothing", async () => {
    const device = new FakeUsbDevice();
    const closed = vi.fn();
    const opened = vi.fn();
    const link = openUsbLink(
      address,
      { opened, closed, data: vi.fn() },
      { load: async () => device.binding, driverOf: () => null },
    );

    link.close();
    await passes(1000);

    expect(opened).not.toHaveBeenCalled();
    expect(closed).toHaveBeenCalledExactlyOnceWith(null);
    expect(device.did).toEqual(["open", "claim 0", "detach 0", "release 0", "attach 0", "close"]);
  });

  it("reads a keyboard in its boot protocol, and writes nothing to it", async () => {
    const { device, told, link } = await plugged({
      configuration: bootKeyboard,
      address: { ...address, serves: "keyboard" },
      driver: "usbhid",
      // Scanners that know one way of reporting only refuse to be asked for it.
      prepare: ({ refuses }) => refuses.set("control", "controlTransferOut error: Stall"),
    });
    link.write(fromHex("01"));
    device.send("00 00 1e 00 00 00 00 00");
    await passes(300);
    device.send("00 00 00 00 00 00 00 00");
    await passes(0);

    expect(told).toEqual([
      "opened",
      "data 00 00 00 00 00 00 1e 00 00 00 00 00",
      "data 2c 01 00 00 00 00 00 00 00 00 00 00", // 300 ms later
    ]);
    expect(device.taken).toEqual([]);
    expect(device.did).toEqual(["open", "detach 0", "claim 0", "control b 0 0", "control a 0 0"]);
  });

  it("closing sends what was written, but does not wait for what is never taken", async () => {
    const { device, told, link } = await plugged();
    link.write(fromHex("41"));
    link.close();
    await passes(1000);
    expect(told).toEqual(["opened", "closed null"]);
    expect(device.taken).toEqual(["41"]);

    const other = await plugged();
    other.device.isBusy = true;
    other.link.write(fromHex("41 42"));
    other.link.close();
    await passes(10_000);
    const left = "closed with 2 bytes that the device did not take";
    expect(other.told).toEqual(["opened", `closed ${left}`]);
    expect(other.device.did.slice(-3)).toEqual(["release 0", "attach 0", "close"]);
  });

  it("a transfer that never ends does not hold the link for ever", async () => {
    const { device, told, link } = await plugged({
      prepare: (one) => {
        one.transferIn = () => new Promise(() => {});
      },
    });
    link.close();
    await passes(10_000);

    expect(told).toEqual(["opened", "closed null"]);
    expect(device.did).not.toContain("close");
  });
});
