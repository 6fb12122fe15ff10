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

test("a page's areas lie in the picture as their readers see them", () => {
  // 200 x 100 from 30 40, upwards: A; on its head: B; downwards: C; bars that end at the base line.
  const picture = pictureOf(
    "1b 4c 1b 57 1e 00 28 00 c8 00 64 00 41 1b 54 01 41 1b 54 02 42 1b 54 03 43 " +
      "1b 54 00 1d 24 50 00 1d 68 50 1d 77 02 1d 6b 44 07 39 36 33 38 35 30 37 0c",
  );

  const area = '<svg x="30" y="80" width="200" height="100"><g transform="';
  const turned = [...picture.matchAll(/<svg x[^>]*><g transform="([^"]*)"/g)];
  expect(picture.split(area)).toHaveLength(1 + 5);
  expect(turned.map(([, turn]) => turn)).toEqual([
    "rotate(0)",
    "translate(0 100) rotate(-90)",
    "translate(200 100) rotate(180)",
    "translate(200 0) rotate(90)",
    "rotate(0)",
  ]);
  expect(picture).toContain("M0 0h2v80h-2z");
});

test("a character on its side is turned in its cell, one of the host's has its dots", () => {
  const turned = pictureOf("1b 56 01 41 0a");
  const drawn = pictureOf("1b 26 03 41 41 02 80 00 00 40 00 00 1b 25 01 1d 21 11 41 0a");

  expect(turned).toMatch(/<g transform="translate\(24 40\) rotate\(90\)"><text x="6" y="21"/);
  expect(drawn).toContain('d="M0 40h2v2h-2zM2 42h2v2h-2z"');
  expect(drawn).not.toContain("<text");
});

test("paper that went back is printed over, and is no longer for it", () => {
  // Two lines, ESC e 1: the second is printed over.
  const picture = pictureOf("41 0a 42 0a 1b 65 01 43 0a");

  expect(picture).toContain(`height="${40 + 2 * 30 + 28}"`);
  expect(picture.match(/y="91"/g)).toHaveLength(2);
});
