import { expect, test } from "vitest";
import { scanSignal } from "#drivers/scanners/scan-signal.ts";
import { fromHex } from "#test/support/hex.ts";

test("the device's own word on the symbology is asked with what the identifier says", () => {
  const bytes = fromHex("5d 45 30 30 34 32 35 32 36 31 34");

  expect(scanSignal(bytes, (aimType) => aimType * 2)).toEqual({
    type: "ScanData",
    scanData: "]E004252614",
    scanDataLabel: "04252614",
    scanDataType: 204,
    aim: "]E0",
  });
});

test("a menu's echo is no goods", () => {
  expect(scanSignal(fromHex("5d 5a 36 42"))).toEqual({
    type: "ScanNoise",
    reason: "not-text",
    bytesDropped: 4,
  });
});
