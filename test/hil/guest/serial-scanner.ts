import { strict as assert } from "node:assert";
import { closeSync, openSync } from "node:fs";
import { ask, cable, open, step, until } from "./counter.ts";
import { ttyOf } from "./kernel-nodes.ts";

const serialNumber = "CDC00000001";

/** A scanner on CDC-ACM, through `serialport`, named by what it is and not by its port. */
export async function serialScanner(): Promise<void> {
  const scanner = cable("Serial Scanner");
  await scanner.plug();
  await until("a tty", () => ttyOf(serialNumber) !== null);
  const first = ttyOf(serialNumber) ?? "";
  const device = { vendorId: 0x05f9, productId: 0x4204, serialNumber };
  const address = { link: "serial", path: device, baudRate: 9600 } as const;
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

  await step("it is found under another device number, and no scan is doubled", async () => {
    await scanner.plugAgain();
    const other = () => ttyOf(serialNumber);
    await until("another tty", () => other() !== null && other() !== first);
    await till.becomes("scanner", "ready");
    await ask("scanner/trigger", { label: "4006381333931" });
    await until("the second scan", () => till.scans.includes("4006381333931"));
    assert.deepEqual(till.scans, ["6901234567892", "4006381333931"]);
  });

  await step("the diagnosis tells where it is by now, and what it is", async () => {
    // The watch looks once a second.
    const found = () => till.diagnose().devices[0]?.found;
    await until("seen there", () => found()?.node === ttyOf(serialNumber));
    assert.equal(found()?.identity, `usb:05f9:4204:${serialNumber}`);
  });
  closeSync(held);
  await till.close();
}
