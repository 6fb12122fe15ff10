import { test } from "vitest";
import { HidPosScanner, type HidScannerAction } from "#simulator/devices/hid-pos-scanner.ts";
import type { ScannerAction, ScannerEvent, Symbology } from "#simulator/devices/serial-scanner.ts";
import { SsiScanner } from "#simulator/devices/ssi-scanner.ts";
import { type OemScannerAction, UsbOemScanner } from "#simulator/devices/usb-oem-scanner.ts";
import { replayTwin } from "#test/support/twin-dialogue.ts";

const dialogue = (name: string) => new URL(`../golden/dialogues/${name}.dialogue`, import.meta.url);

function actionOf([what, label = "", symbology]: readonly string[]) {
  const sight = symbology === undefined ? { label } : { label, symbology: symbology as Symbology };
  if (what === "scan") return { kind: "trigger", ...sight } as const;
  if (what === "present") return { kind: "present", sight } as const;
  return { kind: "present", sight: null } as const;
}

test("a virtual SSI scanner holds the guide's dialogue", () => {
  replayTwin<ScannerAction, ScannerEvent>(dialogue("twin-ssi"), new SsiScanner(), actionOf);
});

test.each(["honeywell", "newland"] as const)(
  "a virtual %s scanner holds its manual's dialogue",
  (speaks) => {
    const twin = new HidPosScanner({ speaks });
    replayTwin<HidScannerAction, ScannerEvent>(dialogue(`twin-hid-pos-${speaks}`), twin, actionOf);
  },
);

test("a virtual USB-OEM scanner holds its dialogue", () => {
  const actionOf = ([what, label = "", symbology]: readonly string[]): OemScannerAction =>
    what === "speaks"
      ? { kind: "speaks", speaks: label === "table" ? "table" : "hand" }
      : { kind: "trigger", label, ...(symbology && { symbology: symbology as Symbology }) };
  const twin = new UsbOemScanner();

  replayTwin<OemScannerAction, ScannerEvent>(dialogue("twin-usb-oem"), twin, actionOf);
});
