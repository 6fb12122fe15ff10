import { expect, test } from "vitest";
import { fromScanner } from "#runtime/effects/signals.ts";

const scan = (scanDataType: number) =>
  fromScanner({
    ...{ type: "ScanData", scanData: "1", scanDataLabel: "1", scanDataType, aim: null },
  });

test.each([
  [0, undefined],
  [104, undefined],
  [102, "upc-e"],
  [120, "gs1"],
  [131, "gs1"],
  [132, "gs1"],
  [208, "gs1"],
  [209, "gs1"],
  [204, undefined],
])("a scan of type %i reaches the till as %s", (type, symbology) => {
  const input = { type: "scanned", label: "1" };

  expect(scan(type)).toEqual([symbology === undefined ? input : { ...input, symbology }]);
});

test.each([
  [111, "04210000526412"],
  [119, "977123456700305"],
])("an add-on, type %i, stays on its article's code", (scanDataType, label) => {
  const signal = { type: "ScanData", scanData: label, scanDataLabel: label, aim: null } as const;

  expect(fromScanner({ ...signal, scanDataType })).toEqual([
    { type: "scanned", label, symbology: "add-on" },
  ]);
});

test.each(["05", "51299"])("the add-on %s by itself is nothing to sell", (label) => {
  const signal = { type: "ScanData", scanData: label, scanDataLabel: label, aim: "]E1" } as const;

  expect(fromScanner({ ...signal, scanDataType: 119 })).toEqual([]);
});

test("a scanner's own affairs and a person's keys are nothing to sell", () => {
  for (const reason of ["unknown-report", "device-error", "typed"] as const) {
    expect(fromScanner({ type: "ScanNoise", reason, bytesDropped: 7 })).toEqual([]);
  }
  expect(fromScanner({ type: "ScanNoise", reason: "not-text", bytesDropped: 7 })).toEqual([
    { type: "scanNoise", bytesDropped: 7 },
  ]);
});
