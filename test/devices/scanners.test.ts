import fc from "fast-check";
import { expect, test } from "vitest";
import { genericHidPos, honeywellHidPos } from "#drivers/scanners/hid-pos-model.ts";
import { HidPosScanner } from "#drivers/scanners/hid-pos-scanner.ts";
import { UsbOemScanner } from "#drivers/scanners/usb-oem-scanner.ts";
import {
  hidPosTongues,
  HidPosScanner as VirtualHidPos,
} from "#simulator/devices/hid-pos-scanner.ts";
import { oemTongues } from "#simulator/devices/scanning/usb-oem-reports.ts";
import type { Symbology } from "#simulator/devices/serial-scanner.ts";
import { UsbOemScanner as VirtualOem } from "#simulator/devices/usb-oem-scanner.ts";
import { millis } from "#state/base/units.ts";

/** Drivers and their virtual twins, joined in memory: neither knows the other's code. */

const tongues = fc.constantFrom(...hidPosTongues);
const label = fc.stringMatching(/^[A-Z0-9]{1,300}$/);

test("whatever a HID-POS scanner reads arrives, in either layout and in any length", () => {
  fc.assert(
    fc.property(tongues, label, (speaks, text) => {
      const device = new VirtualHidPos({ speaks });
      const driver = new HidPosScanner(speaks === "newland" ? genericHidPos : honeywellHidPos);
      driver.open(millis(0));
      const { writes } = driver.obey({ type: "enable" }, millis(0));
      for (const report of writes) device.receive(report, millis(0));

      const symbology = "code128";
      const reports = device.act({ kind: "trigger", label: text, symbology }, millis(0)).writes;
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
  const device = new VirtualHidPos({ speaks: "generic" });
  const driver = new HidPosScanner(genericHidPos);
  const scan = (text: string) => device.act({ kind: "trigger", label: text }, millis(0)).writes;
  device.act({ kind: "last part", delayMs: null }, millis(0));
  for (const report of scan("A".repeat(80))) {
    driver.receive(report, millis(0));
  }

  expect(driver.wake(millis(500)).signals).toMatchObject([{ reason: "stale-fragment" }]);
  const [next] = scan("6901234567892");
  expect(driver.receive(next ?? new Uint8Array(0), millis(600)).signals).toMatchObject([
    { scanDataLabel: "6901234567892" },
  ]);
});

const sightings = fc.oneof(
  ...[
    ["ean13", /^\d{13}$/, 104],
    ["ean8", /^\d{8}$/, 103],
    ["upca", /^\d{12}$/, 101],
    ["code128", /^[A-Z0-9]{1,300}$/, 110],
    ["qr", /^[A-Z0-9]{1,300}$/, 204],
  ].map(([symbology, pattern, type]) =>
    fc.record({
      symbology: fc.constant(symbology as Symbology),
      label: fc.stringMatching(pattern as RegExp),
      type: fc.constant(type as number),
    }),
  ),
);

test("whatever a USB-OEM scanner reads arrives, from hand and table, in any length", () => {
  fc.assert(
    fc.property(fc.constantFrom(...oemTongues), sightings, (speaks, { type, ...sight }) => {
      const device = new VirtualOem(speaks);
      const driver = new UsbOemScanner();
      driver.open(millis(0));
      const { writes } = driver.obey({ type: "enable" }, millis(0));
      const answers = writes.flatMap((report) => device.receive(report, millis(0)).writes);

      const reports = device.act({ kind: "trigger", ...sight }, millis(0)).writes;
      const heard = [...answers, ...reports].map((report) => driver.receive(report, millis(0)));

      expect(heard.flatMap(({ signals }) => signals)).toEqual([
        {
          ...{ type: "ScanData", scanData: sight.label, scanDataLabel: sight.label },
          ...{ scanDataType: type, aim: null },
        },
      ]);
      expect([heard.flatMap(({ writes: again }) => again), driver.deadline]).toEqual([[], null]);
    }),
  );
});
