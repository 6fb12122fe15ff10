import { describe, expect, it } from "vitest";
import { millis } from "#state/base/units.ts";
import { toHex } from "#test/support/hex.ts";
import { KeyboardScanner, type TypingOptions } from "./keyboard-scanner.ts";

/** Everything it types, with the millisecond of each report; trailing zeros left out. */
function typed(label: string, options: TypingOptions = {}): readonly string[] {
  const scanner = new KeyboardScanner();
  const lines: string[] = [];
  const take = (now: number, reports: readonly Uint8Array[]) =>
    lines.push(...reports.map((report) => `${now}: ${toHex(report).replace(/( 00)+$/, "")}`));
  take(0, scanner.trigger(label, options, millis(0)).writes);
  for (let due = scanner.deadline; due !== null; due = scanner.deadline) {
    take(due, scanner.wake(due).writes);
  }
  return lines;
}

describe("a scanner that types", () => {
  it("presses and releases each key, and ends with Enter", () => {
    expect(typed("12")).toEqual([
      "0: 00 00 1e",
      "3: 00",
      "6: 00 00 1f",
      "9: 00",
      "12: 00 00 28",
      "15: 00",
    ]);
  });

  it.each<[string, TypingOptions, readonly string[]]>([
    ["A", { terminator: "none" }, ["0: 02", "0: 02 00 04", "3: 00"]],
    ["A", { terminator: "none", capsLock: true }, ["0: 00 00 04", "3: 00"]],
    ["z", { terminator: "none", layout: "de" }, ["0: 00 00 1c", "3: 00"]],
    ["1", { terminator: "none", layout: "fr" }, ["0: 02", "0: 02 00 1e", "3: 00"]],
    ["]", { terminator: "none", layout: "fr" }, ["0: 40", "0: 40 00 2d", "3: 00"]],
    ["^", { terminator: "none", layout: "de" }, ["0: 00 00 35", "3: 00", "6: 00 00 2c", "9: 00"]],
    ["\u001d", { terminator: "none" }, ["0: 01", "0: 01 00 30", "3: 00"]],
    ["", { terminator: "keypad-enter" }, ["0: 00 00 58", "3: 00"]],
    [
      "",
      { terminator: "tab-enter", interKeyMs: 20 },
      ["0: 00 00 2b", "10: 00", "20: 00 00 28", "30: 00"],
    ],
    [
      "122",
      { terminator: "none", skipsReleases: true },
      ["0: 00 00 1e", "6: 00 00 1f", "9: 00", "12: 00 00 1f", "15: 00"],
    ],
  ])("%j with %j", (label, options, reports) => {
    expect(typed(label, options)).toEqual(reports);
  });

  it("types a number while Alt is held", () => {
    const reports = typed("A", { altCodes: true, terminator: "none" });

    expect(reports.map((line) => line.replace(/^\d+: /, ""))).toEqual([
      ...["04", "04 00 62", "04", "04 00 62", "04", "04 00 5e", "04", "04 00 5d", "04", "00"],
    ]);
  });

  it("says what it cannot type, and types nothing of it", () => {
    const { writes, events } = new KeyboardScanner().trigger("a柜", {}, millis(0));

    expect([writes, events]).toEqual([[], [{ kind: "cannot be typed", character: "柜" }]]);
  });
});
