import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyboardLayouts } from "#drivers/scanners/keyboard-layout.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { KeyboardScanner, type TypingOptions } from "#simulator/devices/keyboard-scanner.ts";
import { millis } from "#state/base/units.ts";

type Layout = NonNullable<TypingOptions["layout"]>;

/** What the driver says of what the scanner types, both set to one layout. */
function read(label: string, options: TypingOptions & { readonly layout: Layout }) {
  const scanner = new KeyboardScanner();
  const driver = new WedgeScanner(keyboardLayouts[options.layout]);
  const signals: ScannerSignal[] = [];
  const take = (now: number, reports: readonly Uint8Array[]) => {
    for (const report of reports) {
      const stamped = new Uint8Array(4 + report.length);
      new DataView(stamped.buffer).setUint32(0, now, true);
      stamped.set(report, 4);
      signals.push(...driver.receive(stamped, millis(now)).signals);
    }
  };
  let now = 1000;
  const type = (text: string) => {
    take(now, scanner.trigger(text, options, millis(now)).writes);
    for (let due = scanner.deadline; due !== null; due = scanner.deadline) {
      now = due;
      take(due, scanner.wake(due).writes);
    }
    if (driver.deadline !== null) signals.push(...driver.wake(driver.deadline).signals);
    now += 5000;
  };
  // A scanner without an end shows it by an article first.
  if (options.terminator === "none") type("96385074");
  signals.length = 0;
  type(label);
  return signals;
}

const layout = fc.constantFrom<Layout>("us", "de", "fr");
const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)),
  minLength: 6,
  maxLength: 60,
});
const label = ascii.map((text) => text.replace(/^\]/, "_"));
const how = fc.record({
  layout,
  interKeyMs: fc.integer({ min: 1, max: 19 }),
  terminator: fc.constantFrom("enter", "keypad-enter", "tab", "tab-enter", "none"),
  skipsReleases: fc.boolean(),
});

describe("a label that is typed", () => {
  it("is read as it was, in every layout and rhythm", () => {
    fc.assert(
      fc.property(label, how, (text, options) => {
        const expected = [{ type: "ScanData", scanDataLabel: text }];

        expect(read(text, options)).toMatchObject(expected);
      }),
    );
  });

  it("is read as it was when every character is an Alt code", () => {
    fc.assert(
      fc.property(label, layout, (text, each) => {
        const options = { layout: each, altCodes: true } as const;

        expect(read(text, options)).toMatchObject([{ type: "ScanData", scanDataLabel: text }]);
      }),
    );
  });

  it("with an identifier is an article, also where the scanner takes Caps Lock for on", () => {
    for (const each of ["us", "de", "fr"] as const) {
      const options = { layout: each, capsLock: true, aim: true } as const;

      expect(read("6901234567892", options)).toMatchObject([
        { type: "ScanData", scanDataLabel: "6901234567892", scanDataType: 104, aim: "]E0" },
      ]);
    }
  });
});
