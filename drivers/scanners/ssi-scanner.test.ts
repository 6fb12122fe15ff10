import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScannerCommand } from "#drivers/scanners/signal.ts";
import { SsiScanner } from "#drivers/scanners/ssi-scanner.ts";
import { millis } from "#state/base/units.ts";
import { replayFile } from "#test/support/dialogue.ts";

const dialogue = new URL("../../test/golden/dialogues/ssi-scanner.dialogue", import.meta.url);

describe("an SSI scanner", () => {
  it.each([undefined, 1, 2, 3, 7])("holds its dialogue in pieces of %s bytes", (pieces) => {
    const driver = new SsiScanner();
    const command = ([type]: readonly string[]) => ({ type }) as ScannerCommand;
    const replay = { driver, command };
    replayFile(dialogue, pieces === undefined ? replay : { ...replay, pieces });
  });

  it("bears any bytes, however they are split", () => {
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(4, 5, 6, 0xf3, 0));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (all, n) => {
        const whole = new SsiScanner();
        const split = new SsiScanner();
        const expected = whole.receive(Uint8Array.from(all), millis(0));

        const parts = [];
        for (let at = 0; at < all.length; at += n) {
          parts.push(split.receive(Uint8Array.from(all.slice(at, at + n)), millis(0)));
        }

        expect(parts.flatMap(({ writes }) => writes)).toEqual(expected.writes);
        expect(parts.flatMap(({ signals }) => signals)).toEqual(expected.signals);
        expect(split.close(millis(0))).toEqual(whole.close(millis(0)));
      }),
    );
  });
});
