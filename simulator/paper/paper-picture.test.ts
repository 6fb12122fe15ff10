import { expect, test } from "vitest";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import { paperPicture } from "./paper-picture.ts";

/** The picture of what these bytes print. */
function pictureOf(hex: string): string {
  const printer = new ReceiptPrinter({ linesPerSecond: 1e6 });
  printer.receive(fromHex(hex), millis(0));
  printer.wake(millis(10_000));
  const [receipt] = printer.paper.receipts;
  return receipt === undefined ? "" : paperPicture(receipt);
}

test("each character stands in the middle of its own cell, a hanzi over two columns", () => {
  const picture = pictureOf("41 c4 e3 42 0a");

  const places = [...picture.matchAll(/<text x="(\d+)"[^>]*>(.)</g)].map(([, x, text]) => [
    text,
    x,
  ]);
  expect(places).toEqual([
    ["A", "6"],
    ["你", "24"],
    ["B", "42"],
  ]);
});

test("double size is scaled, bold is heavy, white on black has its ground", () => {
  const picture = pictureOf("1d 21 11 1b 45 01 1d 42 01 41 0a");

  expect(picture).toContain("scale(2 2)");
  expect(picture).toContain('font-weight="800"');
  expect(picture).toContain('<rect x="0" y="40" width="24" height="48"/>');
});

test("text that looks like markup stays text", () => {
  const picture = pictureOf("3c 26 3e 0a");

  expect(picture).toContain(">&lt;</text>");
  expect(picture).toContain(">&amp;</text>");
  expect(picture).toContain(">&gt;</text>");
});

test("dots are drawn where the bits are: the left bit of the second row", () => {
  const picture = pictureOf("1d 76 30 00 01 00 02 00 00 c0");

  expect(picture).toContain('d="M0 41h2v1h-2z"');
});

test("bars are drawn module by module, with their digits below", () => {
  const picture = pictureOf("1d 77 02 1d 68 50 1d 48 02 1d 6b 44 07 39 36 33 38 35 30 37");

  expect(picture).toContain("M0 40h2v80h-2z");
  expect([...picture.matchAll(/<text/g)]).toHaveLength(8);
});

test("the edge tells how the paper came off", () => {
  const open = pictureOf("41 0a");
  const cut = pictureOf("41 0a 1d 56 00");

  expect(open).toMatch(/V\d+H0Z"/);
  expect(cut).not.toMatch(/V\d+H0Z"/);
});
