import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyboardLayouts } from "#drivers/scanners/keyboard-layout.ts";
import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { WedgeScanner } from "#drivers/scanners/wedge-scanner.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";

const dialogue = (name: string) =>
  new URL(`../../test/golden/dialogues/wedge-${name}.dialogue`, import.meta.url);

/** A report with its stamp. */
function report(at: number, modifiers: number, ...keys: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(12);
  new DataView(bytes.buffer).setUint32(0, at, true);
  bytes.set([modifiers, 0, ...keys], 4);
  return bytes;
}

/** Keys one after the other, each with its release in the middle of the gap before the next. */
function type(scanner: WedgeScanner, keys: readonly (readonly [usage: number, gap: number])[]) {
  const signals: ScannerSignal[] = [];
  let at = 1000;
  for (const [usage, gap] of keys) {
    signals.push(...scanner.receive(report(at, 0, usage), millis(at)).signals);
    const half = at + Math.floor(gap / 2);
    signals.push(...scanner.receive(report(half, 0), millis(half)).signals);
    at += gap;
    if (scanner.deadline !== null && scanner.deadline < at) {
      signals.push(...scanner.wake(scanner.deadline).signals);
    }
  }
  return signals;
}

describe("a keyboard scanner", () => {
  it.each(["us", "de", "fr"] as const)("of the %s layout holds its dialogue", (name) => {
    replayFile(dialogue(name), { driver: new WedgeScanner(keyboardLayouts[name]) });
  });

  it("never takes a person for a scanner, however long he types", () => {
    const key = fc.tuple(fc.integer({ min: 0x04, max: 0x38 }), fc.integer({ min: 45, max: 600 }));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 80 }), (keys) => {
        const signals = type(new WedgeScanner(keyboardLayouts.us), [...keys, [0x28, 100]]);

        expect(signals.filter((signal) => signal.type === "ScanData")).toEqual([]);
      }),
    );
  });

  it("reads digits at any scanner's pace", () => {
    const digits = fc.array(fc.integer({ min: 0x1e, max: 0x27 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 30 }), (usages, gap) => {
        const scanner = new WedgeScanner(keyboardLayouts.us);
        const signals = type(
          scanner,
          [...usages, 0x28].map((usage) => [usage, gap]),
        );

        const label = usages.map((usage) => (usage - 0x1e + 1) % 10).join("");
        expect(signals).toMatchObject([{ type: "ScanData", scanDataLabel: label }]);
      }),
    );
  });

  it("judges the rhythm by when keys were read, not by when the till comes to hear of them", () => {
    const scanner = new WedgeScanner(keyboardLayouts.us);
    const late = millis(5000);
    const reports = [0x1e, 0x1f, 0x20].map((usage, n) => report(100 + n * 120, 0, usage));

    const signals = [...reports, report(460, 0, 0x28)].flatMap(
      (one) => scanner.receive(one, late).signals,
    );

    expect(signals).toEqual([{ type: "ScanNoise", reason: "typed", bytesDropped: 3 }]);
  });

  it("waits for the rest of a label while the till was busy, once it knows the scanner", () => {
    const scanner = new WedgeScanner(keyboardLayouts.us);
    type(
      scanner,
      [0x1e, 0x1f, 0x20, 0x28].map((usage) => [usage, 10]),
    );
    scanner.receive(report(3000, 0, 0x1e), millis(3000));
    scanner.receive(report(3006, 0, 0x1f), millis(3006));

    expect(scanner.wake(millis(3900)).signals).toEqual([]);
    scanner.receive(report(3012, 0, 0x20), millis(3900));
    const signals = scanner.receive(report(3018, 0, 0x28), millis(3900)).signals;

    expect(signals).toMatchObject([{ type: "ScanData", scanDataLabel: "123" }]);
  });

  it("takes no part of a label for a label, wherever it pauses", () => {
    const digits = [...Array(13).keys()].map((n) => 0x1e + ((n * 7) % 10));
    for (let at = 1; at < digits.length; at += 1) {
      const scanner = new WedgeScanner(keyboardLayouts.us);
      const paused = [...digits, 0x28].map((usage, n) => [usage, n === at ? 1500 : 6] as const);

      const signals = type(scanner, paused);

      expect(signals.filter(({ type: kind }) => kind === "ScanData")).toEqual([]);
    }
  });

  it("bears any bytes, and holds no more than a label's worth of them", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 14 }), { maxLength: 60 }), (reports) => {
        const scanner = new WedgeScanner(keyboardLayouts.fr);
        for (const one of reports) scanner.receive(one, millis(0));
        scanner.close(millis(0));

        expect(scanner.deadline).toBeNull();
      }),
    );
  });

  it("tells an endless label once, at its end", () => {
    const scanner = new WedgeScanner(keyboardLayouts.us);
    const keys = Array.from({ length: 9000 }, () => [0x1e, 2] as const);

    expect(type(scanner, [...keys, [0x28, 2]])).toEqual([
      { type: "ScanNoise", reason: "too-long", bytesDropped: 9000 },
    ]);
  });
});
