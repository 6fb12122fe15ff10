import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Child } from "#runtime/cli/child.ts";
import { type Devices, openDevices } from "#runtime/devices/devices.ts";
import { type DeviceValues, deviceConfiguration } from "#runtime/devices/options.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { BenchClient } from "#test/support/bench-client.ts";
import { sharedFolder } from "#test/support/folder.ts";

/** Drawer, scale and display on real pseudo-terminals, opened as the options of a terminal say. */
const folder = sharedFolder();
const counter = join(folder, "simulator");
const simulator = new Child({
  name: "simulator",
  script: "simulator/main.ts",
  options: ["--data", counter, "--port", "0"],
  logFile: join(folder, "simulator.log"),
  pidFile: join(folder, "simulator.pid"),
  onDeath: () => {},
});
const usual: DeviceValues = {
  ...{ scanner: join(counter, "scanner"), printer: join(counter, "printer") },
  ...{ "printer-model": "epson-tm-t20iii", "baud-rate": "115200" },
};
const soon = { timeout: 30_000, interval: 20 };
let bench: BenchClient;

beforeAll(async () => {
  bench = new BenchClient((await simulator.start()).url);
});
afterAll(() => simulator.stop());

/** The devices that these options tell, and everything they say. */
function open(values: DeviceValues): { readonly devices: Devices; readonly told: string[] } {
  const told: string[] = [];
  const devices = openDevices(deviceConfiguration({ ...usual, ...values }), {
    clock: systemClock,
    onScanner: () => {},
    onPrinter: () => {},
    onDrawer: (signal) => told.push(signal.type),
    onScale: (signal) => {
      told.push(signal.type === "Weight" ? `${signal.grams} g` : signal.reason);
    },
    onHealth: (device, health) => told.push(`${device} ${health}`),
    onPeripheral: (device, health) => told.push(`${device} ${health}`),
    log: () => {},
  });
  return { devices, told };
}

describe("a drawer with a line of its own", () => {
  it("stays shut when its port opens, and opens with the printer switched off", async () => {
    await bench.printer({ power: "off" });
    await bench.box({ speaks: "any-byte" });
    const { devices, told } = open({ drawer: join(counter, "drawer") });
    await vi.waitFor(() => expect(told).toContain("drawer ready"), soon);
    expect(await bench.boxOpenings()).toBe(0);

    devices.obey({ type: "openDrawer", kickId: "k" });

    await vi.waitFor(async () => expect(await bench.boxOpenings()).toBe(1), soon);
    expect(told).toContain("DrawerKicked");
    await devices.close();
    await bench.printer({ power: "on" });
  });
});

describe("a scale", () => {
  it.each([
    ["toledo-8217", "toledo-8217"],
    ["cas-enq", "cas-enq"],
    ["chinese-lines", "ascii-continuous"],
    ["cas-lines", "ascii-continuous"],
    ["toledo-continuous", "toledo-continuous"],
    ["sma", "sma"],
    ["adam", "adam"],
  ])("that speaks %s is read on its own line settings", async (speaks, protocol) => {
    await bench.scale({ speaks, grams: 1250 });
    const { devices, told } = open({ scale: join(counter, "scale"), "scale-speaks": protocol });
    await vi.waitFor(() => expect(told).toContain("scale ready"), soon);

    devices.weigh("r");

    await vi.waitFor(() => expect(told).toContain("1250 g"), soon);
    await devices.close();
  });
});

describe("a display behind the printer", () => {
  it("shows what is said to it through the printer", async () => {
    const { devices, told } = open({ display: "printer" });
    await vi.waitFor(() => expect(told).toContain("display ready"), soon);

    devices.show({ type: "show", upper: "TEA", lower: "1.00", figures: [] });

    await vi.waitFor(async () => {
      expect((await bench.shown()).rows).toEqual(["TEA", "1.00"]);
    }, soon);
    await devices.close();
  });
});
