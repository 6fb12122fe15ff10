/**
 * Pictures that other people's libraries print, by their own calls: dot for dot what they were
 * given, and in the middle where they were asked to.
 */
import { readFileSync } from "node:fs";
import Encoder from "@point-of-sale/receipt-printer-encoder";
import thermal from "node-thermal-printer";
import { transform } from "receiptline";
import { expect, test } from "vitest";
import { fromHex } from "#test/support/hex.ts";
import { even, odd, png, printed, rowsOf } from "./picture.ts";

/** GS 8 L in dots, GS v 0 in whole bytes, and ESC * with the large dots of impact printers. */
test.each([
  ["escpos", odd.width, 1, 1],
  ["epson", odd.width, 1, 1],
  ["sii", odd.width, 1, 1],
  ["citizen", odd.width, 1, 1],
  ["fit", odd.width, 1, 1],
  ["generic", 40, 1, 1],
  ["impact", 2 * odd.width, 2, 3],
  ["impactb", 2 * odd.width, 2, 3],
] as const)("receiptline's %s, %i dots wide", (command, widthDots, scaleX, scaleY) => {
  const source = `|{image:${Buffer.from(png(odd)).toString("base64")}}|`;
  const options = { cpl: 48, command, cutting: true, gradient: false } as const;

  const paper = printed(Buffer.from(transform(source, options), "latin1"));

  expect(paper.rows).toEqual(rowsOf(odd, scaleX, scaleY));
  expect(paper.left).toBe(Math.floor((576 - widthDots) / 2));
  expect(paper.events).not.toContain("not printed");
});

test.each(["column", "raster"] as const)("the encoder's %s mode", (imageMode) => {
  const job = new Encoder({ language: "esc-pos", columns: 48, imageMode })
    .initialize()
    .align("center")
    .image(even as unknown as ImageData, even.width, even.height, "threshold", 128)
    .cut()
    .encode();

  const paper = printed(job);

  expect(paper.rows).toEqual(rowsOf(even));
  expect(paper.left).toBe((576 - even.width) / 2);
  expect(paper.events).not.toContain("unknown command");
});

test("node-thermal-printer's image", async () => {
  const client = new thermal.ThermalPrinter({
    type: thermal.PrinterTypes.EPSON,
    interface: "tcp://127.0.0.1:9100",
  });
  client.alignCenter();
  await client.printImageBuffer(Buffer.from(png(odd)));
  client.cut();

  const paper = printed(client.getBuffer());

  expect(paper.rows).toEqual(rowsOf(odd));
  // It sends whole bytes, 40 dots of which three are white.
  expect(paper.left).toBe((576 - 40) / 2);
  expect(paper.events).not.toContain("unknown command");
});

const captured = readFileSync(new URL("escpos-2.5.2-images.hex", import.meta.url), "utf8");

test.each([
  ["image s8", 2, 3],
  ["image d8", 1, 3],
  ["image s24", 2, 1],
  ["image d24", 1, 1],
  ["raster normal", 1, 1],
  ["raster dw", 2, 1],
  ["raster dh", 1, 2],
  ["raster dwdh", 2, 2],
])("escpos' %s, each dot %i x %i", (name, scaleX, scaleY) => {
  const job = captured.split("# ").find((part) => part.startsWith(`${name}\n`)) ?? "";

  const paper = printed(fromHex(job.slice(name.length)));

  expect(paper.rows).toEqual(rowsOf(odd, scaleX, scaleY));
  expect(paper.events).not.toContain("unknown command");
});
