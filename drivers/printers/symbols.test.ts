import { describe, expect, it } from "vitest";
import { runOf } from "#drivers/printers/command-writer.ts";
import type { NamedCommand } from "#drivers/printers/commands.ts";
import { escpos } from "#drivers/printers/escpos-language.ts";
import { epsonTmT88iii } from "#drivers/printers/models/epson-tm-t88.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { barcodeCommands, qrCommands } from "#drivers/printers/symbols.ts";
import { toHex } from "#test/support/hex.ts";

function hexOf(commands: readonly NamedCommand[] | null): string | null {
  return commands === null ? null : toHex(runOf(...commands).bytes);
}

/** Dots of a QR module: the last byte of fn 167. */
function moduleDots(data: string, model: typeof generic80mm): number | undefined {
  return qrCommands(data, model, escpos)?.[1]?.bytes.at(-1);
}

describe("a QR code", () => {
  it("shrinks its modules until it fits the paper", () => {
    expect(moduleDots("hi", generic80mm)).toBe(6);
    expect(moduleDots("x".repeat(1000), generic80mm)).toBe(4);
    expect(moduleDots("x".repeat(1000), generic58mm)).toBe(2);
    expect(moduleDots("x".repeat(2331), generic58mm)).toBe(2);
  });

  it("is not drawn by a printer that cannot", () => {
    expect(qrCommands("hi", epsonTmT88iii, escpos)).toBeNull();
  });

  it("gives its length as data and three", () => {
    expect(hexOf(qrCommands("x".repeat(300), generic80mm, escpos))).toContain(
      "1d 28 6b 2f 01 31 50 30 78",
    );
  });

  it.each([
    ["more than version 40 holds", "x".repeat(2332)],
    ["nothing", ""],
    ["a real-time command", "a\u0010\u0004\u0001"],
  ])("is not drawn of %s", (_, data) => {
    expect(qrCommands(data, generic80mm, escpos)).toBeNull();
  });
});

describe("a linear code", () => {
  it("writes CODE128 in set B and doubles its braces", () => {
    const commands = barcodeCommands(
      { kind: "barcode", symbology: "code128", data: "a{1" },
      generic80mm,
      escpos,
    );

    expect(hexOf(commands?.slice(-1) ?? null)).toBe("1d 6b 49 06 7b 42 61 7b 7b 31");
  });

  it.each([
    ["ean13", "69012345678"],
    ["ean13", "690123456789x"],
    ["code128", "茶"],
    ["code128", ""],
    ["code128", "wider than a roll of eighty millimeters"],
  ] as const)("of kind %s is not drawn of %j", (symbology, data) => {
    expect(barcodeCommands({ kind: "barcode", symbology, data }, generic80mm, escpos)).toBeNull();
  });
});
