import { expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { HidPosScanner } from "./hid-pos-scanner.ts";

const water = { aim: "]E0", label: "6901234567892", letter: "d" };

test("is silent until it is enabled", () => {
  const scanner = new HidPosScanner({ layout: "A", waitsForEnable: true });

  expect(scanner.trigger(water)).toEqual([]);
  scanner.receive(fromHex("03 fe 01"));
  expect(scanner.trigger(water).map(toHex)).toEqual([
    `02 0d 5d 45 30 36 39 30 31 32 33 34 35 36 37 38 39 32${" 00".repeat(43)} 64 00 00`,
  ]);
});

test("parts a long label and says that it goes on", () => {
  const reports = new HidPosScanner({ layout: "B" }).trigger({ aim: "", label: "A".repeat(57) });

  expect(reports.map(toHex)).toEqual([
    `02 38${" 41".repeat(56)} 00 00 00 00 00 01`,
    `02 01 41${" 00".repeat(61)}`,
  ]);
});
