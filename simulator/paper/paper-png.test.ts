import { decode } from "fast-png";
import jsqr from "jsqr";
import { expect, test } from "vitest";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { millis } from "#state/base/units.ts";
import { fromHex } from "#test/support/hex.ts";
import { paperPng } from "./paper-png.ts";

/** What these bytes print, as a reader of the file sees it: rows of `#` and blanks. */
function pixelsOf(hex: string, widthDots: 384 | 576 = 384) {
  const printer = new ReceiptPrinter({ widthDots, linesPerSecond: 1e6 });
  printer.receive(fromHex(hex), millis(0));
  printer.wake(millis(10_000));
  const [receipt] = printer.paper.receipts;
  if (receipt === undefined) throw new Error("nothing was printed");
  const { width, height, data, channels } = decode(paperPng(receipt));
  expect(channels).toBe(1);
  const isDark = (x: number, y: number) => data[y * width + x] === 0;
  return { width, height, isDark };
}

type Pixels = ReturnType<typeof pixelsOf>;

/** The smallest box around everything dark between two columns. */
function ink({ width, height, isDark }: Pixels, from = 0, to = width) {
  const box = { left: width, right: -1, top: height, bottom: -1, dots: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = from; x < to; x += 1) {
      if (!isDark(x, y)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.dots += 1;
    }
  }
  return box;
}

test("it is as wide as the head and as long as the paper", () => {
  expect(pixelsOf("41 0a")).toMatchObject({ width: 384, height: 30 });
  expect(pixelsOf("41 0a 42 0a", 576)).toMatchObject({ width: 576, height: 60 });
});

test("each character stays in its own cell, a hanzi over two columns", () => {
  // 你 in the first two columns, then H, then nothing.
  const paper = pixelsOf("c4 e3 48 0a");

  const [hanzi, letter, rest] = [ink(paper, 0, 24), ink(paper, 24, 36), ink(paper, 36)];
  expect(hanzi.right - hanzi.left).toBeGreaterThan(16);
  expect(hanzi.bottom).toBeLessThan(24);
  expect(letter.dots).toBeGreaterThan(20);
  expect(letter.right).toBeLessThan(36);
  expect(rest.dots).toBe(0);
});

test("double size burns each dot four times", () => {
  const [plain, double] = [ink(pixelsOf("48 0a")), ink(pixelsOf("1d 21 11 48 0a"))];

  expect(double.dots).toBe(4 * plain.dots);
  expect(double.right - double.left + 1).toBe(2 * (plain.right - plain.left + 1));
});

test("bold is blacker, white on black has its ground, an underline its line", () => {
  const dots = (hex: string) => ink(pixelsOf(hex)).dots;

  expect(dots("1b 45 01 48 0a")).toBeGreaterThan(1.3 * dots("48 0a"));
  expect(dots("1d 42 01 48 0a")).toBe(12 * 24 - dots("48 0a"));
  expect(dots("1b 2d 01 48 0a")).toBe(dots("48 0a") + 12);
  expect(dots("1b 2d 02 48 0a")).toBe(dots("48 0a") + 2 * 12);
});

test("a picture is there dot for dot", () => {
  const { isDark } = pixelsOf("1d 76 30 00 01 00 02 00 a5 3c");

  const row = (y: number) => [0, 1, 2, 3, 4, 5, 6, 7].map((x) => (isDark(x, y) ? "#" : "."));
  expect(row(0).join("")).toBe("#.#..#.#");
  expect(row(1).join("")).toBe("..####..");
});

test("bars are as wide as they were ordered", () => {
  // GS w 3, GS h 16, EAN-8 96385074: it begins 101, so three dots black, three white, three black.
  const { isDark } = pixelsOf("1d 77 03 1d 68 10 1d 6b 44 08 39 36 33 38 35 30 37 34");

  const starts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((x) => (isDark(x, 5) ? "#" : "."));
  expect(starts.join("")).toBe("###...###.");
});

test("a QR code can be read off the file", () => {
  const store = "1d 28 6b 06 00 31 50 30 61 2f 62";
  const size = "1d 28 6b 03 00 31 43 06";
  const { width, height, isDark } = pixelsOf(`${size} ${store} 1d 28 6b 03 00 31 51 30 0a 0a`);
  const margin = 24;
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  const rgba = new Uint8ClampedArray(w * h * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isDark(x, y))
        rgba.fill(0, 4 * ((y + margin) * w + x + margin), 4 * ((y + margin) * w + x + margin) + 3);
    }
  }

  expect(jsqr.default(rgba, w, h)?.data).toBe("a/b");
});
