import { readdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { DeviceProcessHost } from "#runtime/devices/device-process-host.ts";
import { openDevices } from "#runtime/devices/devices.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { freshFolder } from "#test/support/folder.ts";
import { Pty } from "#test/support/pty.ts";

/** `REPLUG_CYCLES=500 npx vitest run test/devices/replug.whole.test.ts` looks longer. */
const cycles = Number(process.env.REPLUG_CYCLES ?? 4);
const text = new TextEncoder();

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 30_000, interval: 5 });

/** What a process has open, by what it is: files, pipes, ports. */
const handlesOf = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

it(`takes ${cycles} pulled cables in a real device process and leaks no handle`, async () => {
  const path = join(freshFolder(), "scanner");
  const plug = () => {
    const scanner = new Pty(() => {});
    symlinkSync(scanner.path, `${path}.new`);
    renameSync(`${path}.new`, path);
    return scanner;
  };
  const host = new DeviceProcessHost({ clock: systemClock, log: () => {} });
  cleanups.push(() => host.stop());
  const scans: string[] = [];
  const health: string[] = [];
  const devices = openDevices(
    { scanner: { address: { link: "serial", path, baudRate: 9600 } }, printer: null },
    {
      clock: systemClock,
      onScanner: (signal) =>
        scans.push(signal.type === "ScanData" ? signal.scanDataLabel : "noise"),
      onPrinter: () => {},
      onHealth: (_device, state) => health.push(state),
      log: () => {},
      openLink: host.openLink,
      watch: host.watch,
    },
  );
  cleanups.push(() => devices.close());
  // A child inherits the pair, which then outlives its device; so the process is there first.
  await until(() => expect(host.pid).not.toBeNull());
  let scanner = plug();
  const expected: string[] = [];
  let handles = 0;
  for (let cycle = 0; cycle <= cycles; cycle += 1) {
    await until(() => expect(health.at(-1)).toBe("ready"));
    const label = `cycle-${cycle}`;
    expected.push(label);
    await scanner.send(text.encode(`${label}\r`));
    await until(() => expect(scans.at(-1)).toBe(label));
    if (cycle === 0) handles = handlesOf(host.pid ?? 0);
    // The next label is cut off in its middle.
    await scanner.send(text.encode("half-a-lab"));
    await scanner[Symbol.asyncDispose]();
    await until(() => expect(health.at(-1)).toBe("absent"));
    scanner = plug();
  }
  await until(() => expect(health.at(-1)).toBe("ready"));

  expect(scans.filter((scan) => scan !== "noise")).toEqual(expected);
  expect(health.filter((state) => state === "ready")).toHaveLength(cycles + 2);
  await until(() => expect(handlesOf(host.pid ?? 0)).toBeLessThanOrEqual(handles));
  await scanner[Symbol.asyncDispose]();
}, 600_000);
