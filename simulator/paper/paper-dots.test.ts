import { expect, test } from "vitest";
import type { PrinterOptions } from "#simulator/devices/printer-options.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { paperDots } from "./paper-dots.ts";
import { paperPicture } from "./paper-picture.ts";
import { paperText } from "./paper-text.ts";

function printed(job: string, options: PrinterOptions) {
  const table = new PrinterTable(options);
  table.host(job);
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  if (receipt === undefined) throw new Error("nothing was printed");
  return receipt;
}

/** Underlined, "Ab", a tab, 柜, right-aligned; a small line beside a big one in the same row. */
const line = "1b 2d 01 41 62 1b 2d 00 09 b9 f1 0a";
/** Star has no tab stops until they are set. */
const languages = [
  ["escpos", "1b 7b 01", "1b 7b 00"],
  ["star-line", "1b 44 08 00 0f", "1b 44 08 00 12"],
] as const;

test.each(languages)("%s: a line on its head is the line, turned", (language, on, off) => {
  const upright = printed(`${off} ${line}`, { language });
  const turned = printed(`${on} ${line}`, { language });

  const dots = paperDots(turned).dots;
  expect(dots).toContain(1);
  expect(dots.toReversed()).toEqual(paperDots(upright).dots);
  expect(paperText(turned)).toBe("Ab      柜\n");
  expect(paperPicture(turned)).toMatch(/<g transform="rotate\(180 288 \d+\)">/);
  expect(paperPicture(upright)).not.toContain("rotate");
});

test("a line on its head keeps to its margins and begins at the right", () => {
  // GS L 24, GS W 120, ESC { 1, "A".
  const { rows } = printed("1d 4c 18 00 1d 57 78 00 1b 7b 01 41 0a", {});

  expect(rows[0]).toMatchObject({ glyphs: [{ text: "A", xDots: 24 + 120 - 12 }] });
});

test.each(languages)("%s: within a line it is too late to turn it", (language, on) => {
  const { rows } = printed(`41 ${on} 42 0a`, { language });

  expect(rows[0]).toMatchObject({
    glyphs: [
      { text: "A", xDots: 0 },
      { text: "B", xDots: 12 },
    ],
  });
});

test("an underline on its head reaches into the row above when its own has no room", () => {
  // ESC 3 24, a feed, ESC { 1, "A" with two dots below.
  const receipt = printed("1b 33 18 0a 1b 7b 01 1b 2d 02 41 0a", {});
  const { width, dots } = paperDots(receipt);
  const row = (y: number) => dots.subarray(y * width, (y + 1) * width);

  expect(row(21)).not.toContain(1);
  expect([...row(22).subarray(564)]).toEqual(Array.from({ length: 12 }, () => 1));
  expect([...row(23).subarray(564)]).toEqual(Array.from({ length: 12 }, () => 1));
});

test.each([
  ["font C", "1b 4d 02", true, 8, 16],
  ["font C, three times as large", "1b 4d 02 1d 21 22", true, 24, 48],
  ["font A where there is no C", "1b 4d 02", false, 12, 24],
])("%s has its own cell and its own dots", (_, select, hasFontC, width, height) => {
  const receipt = printed(`${select} 48 48 0a`, { hasFontC });
  const dots = paperDots(receipt);
  const columns = Array.from({ length: 2 * width }, (_x, x) =>
    Array.from({ length: height }, (_y, y) => dots.isDark(x, y)).includes(true),
  );

  expect(receipt.rows[0]).toMatchObject({
    glyphs: [{ xDots: 0, widthDots: width, heightDots: height }, { xDots: width }],
  });
  // Both stems of both letters, and light between the letters.
  expect(
    columns
      .join()
      .replace(/(true,?)+/g, "#")
      .match(/#/g),
  ).toHaveLength(2);
});

test.each([
  ["ก", "1b 74 14 a1"],
  ["ą", "1b 74 2d b9"],
])("%s, which the font has not, is a frame, and itself in text and picture", (text, hex) => {
  // FS ., ESC t: the letter; beside it one of ASCII.
  const receipt = printed(`1c 2e ${hex} 49 0a`, {});
  const dots = paperDots(receipt);
  const row = (y: number) => Array.from({ length: 12 }, (_, x) => (dots.isDark(x, y) ? "#" : "."));

  expect(paperText(receipt)).toBe(`${text}I\n`);
  expect(paperPicture(receipt)).toContain(text);
  expect(row(2).join("")).toBe(".##########.");
  expect(row(10).join("")).toBe(".#........#.");
  expect(row(18).join("")).toBe(".##########.");
});
