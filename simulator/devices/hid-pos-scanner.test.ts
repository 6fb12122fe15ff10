import { expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { HidPosScanner, hidPosReports } from "./hid-pos-scanner.ts";

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

test("an EAN-13 is one report, as the manual lays it out", () => {
  const reports = hidPosReports("6901234567892").map(toHex);

  const zeros = (count: number) => Array.from({ length: count }, () => "00").join(" ");
  const digits = "36 39 30 31 32 33 34 35 36 37 38 39 32";
  expect(reports).toEqual([`02 0d 5d 45 30 ${digits} ${zeros(43)} 64 00 00`]);
});

test("what is longer than 56 bytes goes on in the next report", () => {
  const [first, second, ...more] = hidPosReports(`https://example.org/${"x".repeat(45)}`);

  expect([first?.[1], first?.[63], second?.[1], second?.[63]]).toEqual([0x38, 1, 0x09, 0]);
  expect(toHex(second?.subarray(0, 7) ?? new Uint8Array())).toBe("02 09 5d 51 31 78 78");
  expect([first?.[61], second?.[61], more.length]).toEqual([0x73, 0x73, 0]);
});

test.each([
  ["03 fe 01", "enable"],
  ["03 fe 00", "disable"],
  ["02 fd 03 16 54 0d", "trigger"],
  ["02 fd 03 16 55 0d 00 00", "untrigger"],
  ["02 fd 03 16 07 0d", "beep"],
  ["02 04 09 7e 00 08 01 00 02 01 02 da", "trigger"],
  ["02 04 09 7e 00 08 01 00 02 02 32 b9", "untrigger"],
  ["02 04 09 7e 00 08 01 00 02 02 32 b8", null],
])("hears %s as %s", (report, heard) => {
  expect(new HidPosScanner({ layout: "A" }).receive(fromHex(report))).toBe(heard);
});
