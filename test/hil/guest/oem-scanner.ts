import { strict as assert } from "node:assert";
import { scannerAddress } from "#runtime/devices/address.ts";
import { ask, cable, open, step, until } from "./counter.ts";

const address = scannerAddress("oem:05e0:1300", 9600);

interface OemState {
  readonly oemScanner: { readonly enabled: boolean };
}

/** A scanner in USB-OEM mode, through `node-hid`; the kernel makes SET_REPORT of its commands. */
export async function oemScanner(): Promise<void> {
  const scanner = cable("Symbol Bar Code Scanner::EA");
  const trigger = (label: string) => ask("usb/oem-scanner/trigger", { label });
  const isEnabled = async () => ((await ask("state")) as OemState).oemScanner.enabled;
  await scanner.plug();

  await step("a USB-OEM scanner is silent before it is enabled", async () => {
    assert.deepEqual(await trigger("early"), { sent: false });
  });

  const till = open({ scanner: { address }, printer: null });
  await step("it is enabled by the till, and a scan becomes ScanData", async () => {
    await till.becomes("scanner", "ready");
    await until("the scanner is enabled", isEnabled);
    await trigger("6901234567892");
    await until("a scan", () => till.scans.length > 0);
    assert.deepEqual(till.scans, ["6901234567892"]);
  });

  await step("in the table it sends digits as numbers, and they are digits again", async () => {
    await ask("oem-scanner", { speaks: "table" });
    await trigger("6901234567892");
    await until("a scan", () => till.scans.length > 1);
    assert.equal(till.scans[1], "6901234567892");
  });

  await step("a label of two reports arrives whole", async () => {
    const long = `https://example.com/01/06901234567892/10/${"A".repeat(40)}`;
    await trigger(long);
    await until("a scan", () => till.scans.length > 2);
    assert.equal(till.scans[2], long);
  });

  await step("it rests while the till has no use for it, and works again", async () => {
    till.listen(false);
    await until("the scanner rests", async () => !(await isEnabled()));
    assert.deepEqual(await trigger("4006381333931"), { sent: false });
    till.listen(true);
    await until("the scanner is enabled", isEnabled);
  });

  await step("pulled out it is absent, and enabled anew when it is back", async () => {
    await scanner.pull();
    await till.becomes("scanner", "absent");
    assert.equal(await isEnabled(), false);
    await scanner.plugAgain();
    await till.becomes("scanner", "ready");
    await until("the scanner is enabled", isEnabled);
    await trigger("4006381333931");
    await until("a scan", () => till.scans.length > 3);
    assert.equal(till.scans[3], "4006381333931");
  });
  await till.close();
}
