import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hidScannerCatalog } from "#drivers/catalog.ts";
import { genericHidPos, honeywellHidPos } from "#drivers/scanners/hid-pos-model.ts";
import { HidPosScanner } from "#drivers/scanners/hid-pos-scanner.ts";
import type { ScannerCommand } from "#drivers/scanners/signal.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";

const dialogue = (name: string) =>
  new URL(`../../test/golden/dialogues/hid-pos-${name}.dialogue`, import.meta.url);

describe("a HID-POS scanner", () => {
  it.each(["honeywell", "newland"] as const)("of %s holds its dialogue", (name) => {
    const command = ([type]: readonly string[]) => ({ type }) as ScannerCommand;
    replayFile(dialogue(name), { driver: hidScannerCatalog[name].make(), command });
  });

  it("bears any reports, and holds no more than a label's worth of them", () => {
    const report = fc.oneof(
      fc.uint8Array({ maxLength: 70 }),
      fc
        .tuple(fc.uint8Array({ minLength: 61, maxLength: 61 }), fc.integer({ min: 0, max: 60 }))
        .map(([body, length]) => Uint8Array.of(2, length, ...body, 1)),
    );
    fc.assert(
      fc.property(fc.array(report, { maxLength: 60 }), (reports) => {
        const scanner = new HidPosScanner(honeywellHidPos);
        for (const one of reports) scanner.receive(one, millis(0));
        scanner.close(millis(0));

        expect(scanner.deadline).toBeNull();
      }),
    );
  });

  it("takes no echo of a menu command for a scan, however it is parted", () => {
    const echo = (text: string, flags: number) => {
      const report = new Uint8Array(64);
      report.set([2, text.length, ...new TextEncoder().encode(`]Z6${text}`)]);
      report[63] = flags;
      return report;
    };
    const scanner = new HidPosScanner(honeywellHidPos);

    const signals = [echo("A".repeat(56), 1), echo("REVINF\u0006.", 0), echo("690123", 0)].flatMap(
      (report) => scanner.receive(report, millis(0)).signals,
    );

    expect(signals.map(({ type }) => type)).toEqual(["ScanNoise", "ScanNoise"]);
  });

  it("gives an endless label up", () => {
    const scanner = new HidPosScanner(genericHidPos);
    const more = Uint8Array.of(2, 56, ...new Uint8Array(61).fill(0x41), 1);

    const signals = Array.from({ length: 147 }, () => scanner.receive(more, millis(0)).signals);

    expect(signals.flat()).toEqual([
      { type: "ScanNoise", reason: "too-long", bytesDropped: 147 * 56 },
    ]);
  });
});
