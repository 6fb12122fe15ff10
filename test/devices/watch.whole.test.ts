import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { DeviceProcessHost } from "#runtime/devices/device-process-host.ts";
import { type Devices, openDevices } from "#runtime/devices/devices.ts";
import { systemClock } from "#runtime/host/clock.ts";
import { freshFolder } from "#test/support/folder.ts";
import { Pty } from "#test/support/pty.ts";

const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000, interval: 10 });

function ptyOf(): Pty {
  const pty = new Pty(() => {});
  onTestFinished(() => pty[Symbol.asyncDispose]());
  return pty;
}

const at = (path: string) => ({ link: "serial", path, baudRate: 9600 }) as const;

test("the device process tells what a path leads to: nothing, a port, another port", async () => {
  const [one, other] = [ptyOf(), ptyOf()];
  const path = join(freshFolder(), "scanner");
  const host = new DeviceProcessHost({ clock: systemClock, log: () => {} });
  onTestFinished(() => host.stop());
  const nodes: (string | null)[] = [];
  host.watch(at(path), ({ node }) => nodes.push(node));
  host.openLink(at(path), { opened: () => {}, data: () => {}, closed: () => {} });

  await until(() => expect(nodes).toEqual([null]));
  symlinkSync(one.path, path);
  await until(() => expect(nodes).toEqual([null, one.path]));
  rmSync(path);
  symlinkSync(other.path, path);

  await until(() => expect(nodes).toEqual([null, one.path, other.path]));
});

test("a scanner that is pulled and put in again three times is heard each time", async () => {
  const path = join(freshFolder(), "scanner");
  const scans: string[] = [];
  const devices: Devices = openDevices(
    { scanner: { address: at(path) }, printer: null },
    {
      clock: systemClock,
      onScanner: (signal) => signal.type === "ScanData" && scans.push(signal.scanDataLabel),
      onPrinter: () => {},
      onHealth: () => {},
      log: () => {},
    },
  );
  onTestFinished(() => devices.close());
  const state = () => devices.diagnose().devices[0]?.state;

  for (const label of ["first", "second", "third"]) {
    const scanner = ptyOf();
    symlinkSync(scanner.path, path);
    await until(() => expect(state()).toBe("ready"));
    await scanner.send(new TextEncoder().encode(`${label}\r`));
    await until(() => expect(scans).toContain(label));
    rmSync(path);
    await until(() => expect(state()).toBe("lost"));
  }

  expect(scans).toEqual(["first", "second", "third"]);
  expect(devices.diagnose().devices[0]).toMatchObject({ opens: 3, losses: 3 });
});
