import { describe, expect, it } from "vitest";
import { askStatus, bold, cut, fence, kickNow, size } from "#drivers/printers/commands.ts";
import { toHex } from "#test/support/hex.ts";

describe("a command", () => {
  it.each([
    [askStatus(4), "DLE EOT", "10 04 04"],
    [fence(), "GS r", "1d 72 01"],
    [kickNow(), "DLE DC4", "10 14 01 00 01"],
    [cut("full", 3), "GS V", "1d 56 41 03"],
    [size(true), "GS !", "1d 21 11"],
    [bold(false), "ESC E", "1b 45 00"],
  ])("is %j under its manual's name", (command, name, hex) => {
    expect(command.name).toBe(name);
    expect(toHex(command.bytes)).toBe(hex);
  });
});
