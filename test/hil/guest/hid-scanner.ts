import { strict as assert } from "node:assert";
import { ask, cable, open, step, until } from "./counter.ts";

const address = { link: "hid", vendorId: 0x0c2e, productId: 0x0b61, usagePage: 0x8c } as const;

/** A scanner in HID-POS, through `node-hid`. */
export async function hidScanner(): Promise<void> {
  const scanner = cable("HID POS Scanner");
  // The till writes its feature report when it is ready, and that takes a moment.
  const trigger = (label: string) =>
    until("the scanner is enabled", async () => {
      const { sent } = (await ask("usb/scanner/trigger", { label })) as { sent: boolean };
      return sent;
    });
  await scanner.plug();

  await step("a HID-POS scanner is silent before its feature report", async () => {
    assert.deepEqual(await ask("usb/scanner/trigger", { label: "early" }), { sent: false });
  });

  const till = open({ scanner: { address }, printer: null });
  await step("it is enabled by the till, and a scan becomes ScanData", async () => {
    await till.becomes("scanner", "ready");
    await trigger("6901234567892");
    await until("a scan", () => till.scans.length > 0);
    assert.deepEqual(till.scans, ["6901234567892"]);
  });

  await step("a label of two reports arrives whole", async () => {
    const long = `https://example.com/01/06901234567892/10/${"A".repeat(40)}`;
    await trigger(long);
    await until("a scan", () => till.scans.length > 1);
    assert.equal(till.scans[1], long);
  });

  await step("pulled out it is absent, and enabled anew when it is back", async () => {
    await scanner.pull();
    await till.becomes("scanner", "absent");
    await scanner.plugAgain();
    await till.becomes("scanner", "ready");
    await trigger("4006381333931");
    await until("a scan", () => till.scans.length > 2);
    assert.equal(till.scans[2], "4006381333931");
  });
  await till.close();
}
