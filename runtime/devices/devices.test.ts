import { describe, expect, it } from "vitest";
import { displayLanguages } from "#drivers/displays/language.ts";
import { TriggerBox } from "#drivers/drawers/trigger-box.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { type DeviceConfiguration, openDevices } from "#runtime/devices/devices.ts";
import { HandWoundClock } from "#runtime/host/hand-wound-clock.ts";
import { memoryLinks } from "#test/support/memory-link.ts";
import { shortReceipt } from "#test/support/receipts.ts";

const scannerAt = { link: "serial", path: "/dev/ttyACM0", baudRate: 9600 } as const;
const printerAt = { link: "serial", path: "/dev/ttyUSB0", baudRate: 115_200 } as const;
const print = { type: "print", jobId: "j", document: shortReceipt } as const;

const displayAt = { link: "serial", path: "/dev/ttyUSB1", baudRate: 9600 } as const;
const language = displayLanguages.cd5220;
const tea = { type: "show", upper: "TEA", lower: "1.00", figures: [] } as const;

function counterOf(withPrinter: boolean, display: DeviceConfiguration["display"] = null) {
  const told: string[] = [];
  const logged: string[] = [];
  const { links, openLink } = memoryLinks();
  const clock = new HandWoundClock();
  const printer = withPrinter ? { address: printerAt, model: generic80mm } : null;
  const devices = openDevices(
    { scanner: { address: scannerAt }, printer, display: display ?? null },
    {
      clock,
      onScanner: (signal) => told.push(signal.type),
      onPrinter: (signal) => told.push(signal.type),
      onHealth: (device, health) => told.push(`${device} ${health}`),
      onPeripheral: (device, health) => told.push(`${device} ${health}`),
      log: (line) => logged.push(line),
      openLink,
    },
  );
  const linkTo = (path: string) =>
    links.find(({ address }) => address.link === "serial" && address.path === path);
  const [scanner, printerLink] = [linkTo("/dev/ttyACM0"), linkTo("/dev/ttyUSB0")];
  return {
    clock,
    devices,
    told,
    scanner,
    printer: printerLink,
    display: linkTo("/dev/ttyUSB1"),
    logged,
  };
}

describe("the devices of a counter", () => {
  it("scan, print and tell their health, each on its own link", () => {
    const { clock, devices, told, scanner, printer } = counterOf(true);

    scanner?.plug();
    expect(told).toEqual([]);
    clock.advance(50);
    printer?.plug();
    scanner?.send("36 39 0d");
    printer?.send("12 12 12 12");
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

  it("say aloud what the printer cannot write", () => {
    const { devices, logged, printer } = counterOf(true);
    printer?.plug();
    printer?.send("12 12 12 12");
    printer?.send("12 12 12 12 00");
    const document = { blocks: [{ kind: "text", text: "ice 🍦 cream", size: "double" }] } as const;

    devices.obey({ ...print, document });
    printer?.send("12 12 12 12");

    expect(logged).toEqual(['printer: cannot write "🍦"']);
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

  it("scan with a scanner that is a keyboard", () => {
    const told: string[] = [];
    const { links, openLink } = memoryLinks();
    openDevices(
      {
        scanner: { address: { link: "usb", vendorId: 1, productId: 2, serves: "keyboard" } },
        printer: null,
      },
      {
        clock: new HandWoundClock(),
        onScanner: (signal) =>
          told.push(signal.type === "ScanData" ? signal.scanDataLabel : signal.reason),
        onPrinter: () => {},
        onHealth: () => {},
        log: () => {},
        openLink,
      },
    );
    links[0]?.plug();

    for (const [at, usage] of [
      ["01", "1e"],
      ["07", "1f"],
      ["0d", "20"],
      ["13", "28"],
    ]) {
      links[0]?.send(`${at} 01 00 00 00 00 ${usage} 00 00 00 00 00`);
    }

    expect(told).toEqual(["123"]);
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

  it("show the customer what was said last as soon as the display is there", () => {
    const { devices, told, display } = counterOf(true, { address: displayAt, language });
    devices.show({ ...tea, upper: "CAKE" });
    devices.show(tea);

    display?.plug();

    expect(display?.takeWritten()).toMatch(/^1b 40 0c 1b 51 41 54 45 41 20/);
    expect(told).toEqual(["display ready"]);
  });

  it("show it through the printer where the display hangs behind it", () => {
    const { devices, told, printer } = counterOf(true, { address: "behind-printer", language });
    devices.show(tea);
    printer?.plug();

    printer?.send("12 12 12 12");
    printer?.send("12 12 12 12");

    expect(printer?.takeWritten()).toMatch(/ 1b 3d 02 1b 40 0c 1b 51 41 54 45 41 .* 1b 3d 01$/);
    expect(told).toEqual(["printer ready", "display ready", "StatusUpdate"]);
  });

  it("show nothing, and miss nothing, where no display is configured", () => {
    const { devices, told } = counterOf(true);

    devices.show(tea);

    expect(told).toEqual([]);
  });

  it("open the drawer that has a line of its own, whatever the printer is doing", () => {
    const { links, openLink } = memoryLinks();
    const told: string[] = [];
    const make = () => new TriggerBox({ opens: [7], sensor: { kind: "none" } });
    const devices = openDevices(
      {
        scanner: null,
        printer: { address: printerAt, model: generic80mm },
        drawer: { address: displayAt, product: { row: "box", title: "Box" }, driver: make },
      },
      {
        clock: new HandWoundClock(),
        onScanner: () => {},
        onPrinter: (signal) => {
          if (signal.type === "StatusUpdate") told.push(`printer says ${signal.status.drawer}`);
        },
        onDrawer: (signal) => told.push(signal.type),
        onHealth: () => {},
        onPeripheral: (device, health) => told.push(`${device} ${health}`),
        log: () => {},
        openLink,
      },
    );
    const [printer, drawer] = links;
    drawer?.plug();

    devices.obey({ type: "openDrawer", kickId: "k" });
    printer?.plug();
    printer?.send("16 12 12 12");
    printer?.send("16 12 12 12");

    expect(drawer?.takeWritten()).toBe("07");
    expect(told).toEqual(["drawer ready", "DrawerKicked", "printer says unknown"]);
  });

  it("answer for a scale that is not there, at once", () => {
    const told: string[] = [];
    const devices = openDevices(
      { scanner: null, printer: null },
      {
        clock: new HandWoundClock(),
        onScanner: () => {},
        onPrinter: () => {},
        onScale: (signal) => told.push(`${signal.type} ${signal.readId}`),
        onHealth: () => {},
        log: () => {},
        openLink: memoryLinks().openLink,
      },
    );

    devices.weigh("r");

    expect(told).toEqual(["WeightError r"]);
  });
});
