import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PULSE_MS_MAX } from "#drivers/drawers/coil-guard.ts";
import { askStatus, bold, cut, fence, kick, kickNow, size } from "#drivers/printers/commands.ts";
import { toHex } from "#test/support/hex.ts";

describe("a command", () => {
  it.each([
    [askStatus(4), "DLE EOT", "10 04 04"],
    [fence(), "GS r", "1d 72 01"],
    [kick({ pin: 5, onMs: 120 }), "ESC p", "1b 70 01 3c fa"],
    [kickNow(), "DLE DC4", "10 14 01 00 01"],
    [kickNow({ pin: 5, onMs: 50 }), "DLE DC4", "10 14 01 01 01"],
    [cut("full", 3), "GS V", "1d 56 41 03"],
    [size(true), "GS !", "1d 21 11"],
    [bold(false), "ESC E", "1b 45 00"],
  ])("is %j under its manual's name", (command, name, hex) => {
    expect(command.name).toBe(name);
    expect(toHex(command.bytes)).toBe(hex);
  });

  it("of a drawer rests four times as long as it pulls, at every legal pulse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: PULSE_MS_MAX }), (onMs) => {
        const [, , , on = 0, off = 0] = kick({ pin: 2, onMs }).bytes;

        expect(off).toBeGreaterThanOrEqual(4 * on);
        expect(2 * on).toBeGreaterThanOrEqual(20);
      }),
    );
  });
});
