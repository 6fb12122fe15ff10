import { strict as assert } from "node:assert";
import { closeSync, openSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { ask, cable, open, step, until } from "./counter.ts";
import { ttyOf } from "./kernel-nodes.ts";

const serial = "CDC00000001";
const name = "/run/scanner";

/** As udev's `/dev/serial/by-id` does: the name stays, the node behind it is another one. */
function nameIt(target: string): void {
  rmSync(`${name}.new`, { force: true });
  symlinkSync(target, `${name}.new`);
  renameSync(`${name}.new`, name);
}

/** A scanner on CDC-ACM, through `serialport`. */
export async function serialScanner(): Promise<void> {
  const scanner = cable("Serial Scanner");
  await scanner.plug();
  await until("a tty", () => ttyOf(serial) !== null);
  const first = ttyOf(serial) ?? "";
  nameIt(first);
  const address = { link: "serial", path: name, baudRate: 9600 } as const;
  const till = open({ scanner: { address }, printer: null });
  await till.becomes("scanner", "ready");

  await step("a scan over CDC-ACM becomes ScanData", async () => {
    await ask("scanner/trigger", { label: "6901234567892" });
    await until("a scan", () => till.scans.length > 0);
    assert.deepEqual(till.scans, ["6901234567892"]);
  });

  // Held open, so that the kernel cannot give the same number out again.
  const held = openSync(first, "r+");
  await step("a scanner pulled out is told as absent", async () => {
    await scanner.pull();
    await till.becomes("scanner", "absent");
  });

  await step("it comes back under another device number, and no scan is doubled", async () => {
    await scanner.plugAgain();
    const other = () => ttyOf(serial);
    await until("another tty", () => other() !== null && other() !== first);
    nameIt(other() ?? "");
    await till.becomes("scanner", "ready");
    await ask("scanner/trigger", { label: "4006381333931" });
    await until("the second scan", () => till.scans.includes("4006381333931"));
    assert.deepEqual(till.scans, ["6901234567892", "4006381333931"]);
  });
  closeSync(held);
  await till.close();
}
