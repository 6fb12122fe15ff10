import fc from "fast-check";
import { expect, test } from "vitest";
import { genericHidPos, honeywellHidPos } from "#drivers/scanners/hid-pos-model.ts";
import { HidPosScanner } from "#drivers/scanners/hid-pos-scanner.ts";
import { HidPosScanner as VirtualHidPos } from "#simulator/devices/hid-pos-scanner.ts";
import { millis } from "#state/base/units.ts";

/** Drivers and their virtual twins, joined in memory: neither knows the other's code. */

const layouts = fc.constantFrom("A", "A-shifted", "B");
const label = fc.stringMatching(/^[A-Z0-9]{1,300}$/);

test("whatever a HID-POS scanner reads arrives, in either layout and in any length", () => {
  fc.assert(
    fc.property(layouts, label, (layout, text) => {
      const device = new VirtualHidPos({ layout, waitsForEnable: layout !== "B" });
      const driver = new HidPosScanner(layout === "B" ? genericHidPos : honeywellHidPos);
      driver.open(millis(0));
      const { writes } = driver.obey({ type: "enable" }, millis(0));
      for (const report of writes) device.receive(report);

      const reports = device.trigger({ aim: "]C0", label: text });
      const signals = reports.flatMap((report) => driver.receive(report, millis(0)).signals);

      expect(signals).toEqual([
        {
          ...{ type: "ScanData", scanData: `]C0${text}`, scanDataLabel: text },
          ...{ scanDataType: 110, aim: "]C0" },
        },
      ]);
    }),
  );
});

test("a HID-POS label whose last report is lost is told, and the next one is whole", () => {
  const device = new VirtualHidPos({ layout: "A", losesLastPart: true });
  const driver = new HidPosScanner(genericHidPos);
  for (const report of device.trigger({ aim: "]Q1", label: "A".repeat(80) })) {
    driver.receive(report, millis(0));
  }

  expect(driver.wake(millis(500)).signals).toMatchObject([{ reason: "stale-fragment" }]);
  const [next] = device.trigger({ aim: "]E0", label: "6901234567892" });
  expect(driver.receive(next ?? new Uint8Array(0), millis(600)).signals).toMatchObject([
    { scanDataLabel: "6901234567892" },
  ]);
});
