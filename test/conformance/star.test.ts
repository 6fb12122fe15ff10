/**
 * What two clients send a Star, on the virtual one: text in its code pages, every kind of code, and
 * a picture, dot by dot.
 */
import Encoder from "@point-of-sale/receipt-printer-encoder";
import { transform } from "receiptline";
import { expect, test } from "vitest";
import type { Receipt } from "#simulator/paper/paper.ts";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperPng } from "#simulator/paper/paper-png.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readCodes } from "#test/support/read-codes.ts";

const link = "https://guitai.example/r/42";

/** A frame and a diagonal. */
const [width, height] = [48, 32];
const isDark = (x: number, y: number) =>
  x === 0 || y === 0 || x === width - 1 || y === height - 1 || x === y;

function pixels() {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isDark(x, y)) data.fill(0, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  }
  return { data, width, height };
}

const drawn = Array.from({ length: height }, (_, y) =>
  Array.from({ length: width }, (_, x) => (isDark(x, y) ? "1" : "0")).join(""),
);

/** The rows of dots of the pictures on the paper, one below the other. */
function pictureOf({ rows }: Receipt): readonly string[] {
  const bands = rows.flatMap((row) =>
    row.kind === "raster" && row.says === undefined ? [row] : [],
  );
  const all = bands.flatMap(({ bits, widthDots, heightDots }) => {
    const text = [...bits].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    return Array.from({ length: heightDots }, (_, y) =>
      text.slice(y * widthDots, (y + 1) * widthDots),
    );
  });
  expect(all.slice(height).join("")).not.toContain("1");
  return all.slice(0, height);
}

async function printed(bytes: Uint8Array) {
  const table = new PrinterTable({
    ...{ language: "star-line", isSingleByte: true, receiveBufferBytes: 1 << 20 },
  });
  table.host(toHex(bytes));
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  if (receipt === undefined) throw new Error("nothing was printed");
  const dots = paperDots(receipt);
  const codes = (await readCodes(dots)).map(({ format, text }) => `${format} ${text}`).sort();
  return { table, receipt, codes, text: paperText(receipt), dots };
}

test.each(["star-line", "star-prnt"] as const)(
  "the encoder's %s: text, codes, a picture, drawer and cut",
  async (language) => {
    const job = new Encoder({ language, columns: 48, codepageCandidates: ["cp858", "windows1252"] })
      .initialize()
      .codepage("auto")
      .align("center")
      .bold(true)
      .line("Crème brûlée 3,50 €")
      .bold(false)
      .width(2)
      .line("BIG")
      .width(1)
      .barcode("6901234567892", "ean13", 60)
      .barcode("PR-7", "code128", 60)
      .barcode("TEA-1", "code39", 60)
      .pdf417("guitai", { width: 3, height: 3, errorlevel: 1 })
      .qrcode(link)
      .image(pixels(), width, height)
      .pulse()
      .cut("partial")
      .encode();

    const { table, receipt, codes, text } = await printed(job);

    expect(table.events).not.toContain("unknown command");
    expect(table.events).not.toContain("not printed");
    expect(text).toMatch(/^ +Crème brûlée 3,50 €\n +BIG\n/);
    expect(codes).toEqual([
      "Code128 PR-7",
      "Code39 TEA-1",
      "EAN13 6901234567892",
      "PDF417 guitai",
      `QRCode ${link}`,
    ]);
    expect(pictureOf(receipt)).toEqual(drawn);
    expect(receipt.edge).toBe("partly cut");
    expect(table.drawer.isOpen).toBe(true);
  },
);

/** A paper with a QR code on it, as a picture. */
async function qrPicture(): Promise<string> {
  const table = new PrinterTable();
  const data = Buffer.from(link).toString("hex").replace(/../g, "$& ");
  table.host(`1d 28 6b 03 00 31 43 06 1d 28 6b 1e 00 31 50 30 ${data} 1d 28 6b 03 00 31 51 30`);
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  if (receipt === undefined) throw new Error("nothing was printed");
  return Buffer.from(await paperPng(receipt)).toString("base64");
}

test.each(["starlinesbcs", "starsbcs", "stargraphic"] as const)(
  "receiptline's %s prints a picture that can be read",
  async (command) => {
    const source = `{image:${await qrPicture()}}\n`;
    const options = { cpl: 48, encoding: "cp1252", command, cutting: true } as const;

    const { table, receipt, codes } = await printed(
      Buffer.from(transform(source, options), "latin1"),
    );

    expect(table.events).not.toContain("unknown command");
    expect(codes).toEqual([`QRCode ${link}`]);
    expect(receipt.edge).toBe("partly cut");
  },
);

test("receiptline's starlinesbcs writes in code pages", async () => {
  const options = {
    cpl: 48,
    encoding: "multilingual",
    command: "starlinesbcs",
    cutting: true,
  } as const;

  const job = transform("Crème brûlée | 3,50 €\nŁódź | Борщ\n", options);
  const { text } = await printed(Buffer.from(job, "latin1"));

  expect(text).toContain("Crème brûlée");
  expect(text).toMatch(/€\n/);
  expect(text).toMatch(/Łódź +Борщ\n/);
});
