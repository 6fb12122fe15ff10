import { describe, expect, it } from "vitest";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { openDevices } from "#runtime/devices/devices.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import { memoryLinks } from "#test/support/memory-link.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const scannerAt = { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 } as const;
const printerAt = { link: "serial", path: "/dev/ttyUSB0", baudRate: 115_200 } as const;
const print = { type: "print", jobId: "j", document: shortReceipt } as const;

function counterOf(withPrinter: boolean) {
  const told: string[] = [];
  const { links, openLink } = memoryLinks();
  const clock = new HandWoundClock();
  const printer = withPrinter ? { address: printerAt, model: generic80mm } : null;
  const devices = openDevices(
    { scanner: { address: scannerAt }, printer },
    {
      clock,
      onScanner: (signal) => told.push(signal.type),
      onPrinter: (signal) => told.push(signal.type),
      onHealth: (device, health) => told.push(`${device} ${health}`),
      log: () => {},
      openLink,
    },
  );
  const linkTo = (path: string) =>
    links.find(({ address }) => address.link === "serial" && address.path === path);
  return { clock, devices, told, scanner: linkTo("/dev/ttyACM0"), printer: linkTo("/dev/ttyUSB0") };
}

describe("the devices of a counter", () => {
  it("scan, print and tell their health, each on its own link", () => {
    const { clock, devices, told, scanner, printer } = counterOf(true);

    scanner?.plug();
    expect(told).toEqual([]);
    clock.advance(50);
    printer?.plug();
    scanner?.send("36 39 0d");
    printer?.send("12 12 12 12 00");
    devices.obey(print);
    printer?.send("12 12 12 12 00 00");

    expect(told).toEqual([
      "scanner ready",
      "ScanData",
      "printer ready",
      "StatusUpdate",
      "OutputComplete",
    ]);
  });

  it("call a printer without paper faulted, and one that is switched off absent", () => {
    const { told, printer } = counterOf(true);
    printer?.plug();

    printer?.send("18 00 0f 00");
    printer?.unplug();

    expect(told.filter((line) => line.startsWith("printer"))).toEqual([
      "printer faulted",
      "printer absent",
    ]);
  });

  it("hand a print back at once where there is no printer", () => {
    const { devices, told } = counterOf(false);

    devices.obey(print);
    devices.obey({ type: "openDrawer", kickId: "k" });

    expect(told).toEqual(["OutputError", "DrawerKickFailed"]);
  });

  it("end a receipt that is under way when they are closed", async () => {
    const { devices, told, printer } = counterOf(true);
    printer?.plug();
    printer?.send("12 12 12 12");
    devices.obey(print);

    await devices.close();

    expect(told).toContain("OutputError");
    expect(printer?.isClosed).toBe(true);
  });
});
