import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { printerCatalog } from "#drivers/catalog.ts";
import type { PrinterSignal } from "#drivers/printers/signal.ts";
import { Child } from "#runtime/cli/child.ts";
import { printerAddress } from "#runtime/devices/address.ts";
import { openDevices } from "#runtime/devices/devices.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { BenchClient } from "#test/support/bench-client.ts";
import { sharedFolder } from "#test/support/folder.ts";
import { shortReceipt } from "#test/support/receipts.ts";

/** A printer on port 9100, through the real device process; the simulator stands at the far end. */
const folder = sharedFolder();
const simulator = new Child({
  name: "simulator",
  script: "simulator/main.ts",
  options: ["--data", join(folder, "simulator"), "--port", "0", "--printer-tcp", "0"],
  logFile: join(folder, "simulator.log"),
  pidFile: join(folder, "simulator.pid"),
  onDeath: () => {},
});
afterAll(() => simulator.stop());

it("says what it is, prints over the network, is confirmed, and kicks the drawer", async () => {
  const ready = await simulator.start();
  const bench = new BenchClient(ready.url);
  const signals: PrinterSignal[] = [];
  const devices = openDevices(
    {
      scanner: null,
      printer: {
        address: printerAddress(`tcp:127.0.0.1:${String(ready.printerTcp)}`, 9600),
        model: printerCatalog["epson-tm-t20iii"].model,
      },
    },
    {
      clock: systemClock,
      onScanner: () => {},
      onPrinter: (signal) => signals.push(signal),
      onHealth: () => {},
      log: () => {},
    },
  );
  const soon = { timeout: 30_000, interval: 20 };
  await vi.waitFor(
    () => expect(signals.at(-1)).toMatchObject({ identity: { model: "TM-T20III" } }),
    soon,
  );

  devices.obey({ type: "print", jobId: "job-1", document: shortReceipt });
  devices.obey({ type: "openDrawer", kickId: "kick-1" });

  await vi.waitFor(() => {
    expect(signals).toContainEqual({ type: "OutputComplete", jobId: "job-1", confirmed: true });
    expect(signals).toContainEqual({ type: "DrawerKicked", kickId: "kick-1" });
  }, soon);
  await vi.waitFor(async () => expect(await bench.openings()).toBe(1), soon);
  expect((await bench.receipts()).filter((receipt) => receipt.complete)).toHaveLength(1);
  await devices.close();
});
