/**
 * Other people's receipt libraries as clients of the virtual printer, over TCP. Where a library
 * falls short on a Chinese printer, its shortcoming is asserted too: the paper shows it as a real
 * one would.
 */
import Encoder from "@point-of-sale/receipt-printer-encoder";
import thermal from "node-thermal-printer";
import { transform } from "receiptline";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Glyph, Receipt } from "#simulator/paper/paper.ts";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperPicture } from "#simulator/paper/paper-picture.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { readCodes } from "#test/support/read-codes.ts";
import { networkPrinter, readQr } from "./network-printer.ts";

const link = "https://guitai.example/r/42";
let printer: Awaited<ReturnType<typeof networkPrinter>>;

beforeEach(async () => {
  printer = await networkPrinter();
});
afterEach(() => printer.close());

/** What a reader of its own makes of the paper's dots. */
async function codesOn(receipt: Receipt): Promise<readonly string[]> {
  const codes = await readCodes(paperDots(receipt));
  return codes.map(({ text }) => text).toSorted();
}

function glyph(receipt: Receipt, text: string): Glyph | undefined {
  const rows = receipt.rows.flatMap((row) => (row.kind === "text" ? row.glyphs : []));
  return rows.find((each) => each.text === text);
}

test("receiptline prints hanzi, double size, table, bars and QR as pictures", async () => {
  // An empty line: the reader wants the code's quiet zone, which receiptline leaves to its user.
  const source =
    `^^^柜台\n\n{code:${link}; option:qrcode,4,M}\n\n` +
    "{code:6901234567892; option:ean,2,60,hri}\n乌龙茶 | 3.50\n";
  const options = { cpl: 48, encoding: "gb18030", command: "escpos", cutting: true } as const;

  await printer.send(Buffer.from(transform(source, options), "latin1"));
  const receipt = await printer.receipt();

  expect(glyph(receipt, "柜")).toMatchObject({ widthDots: 48, heightDots: 48 });
  expect(glyph(receipt, "茶")).toMatchObject({ widthDots: 24, heightDots: 24 });
  expect(readQr(receipt)).toBe(link);
  expect(await codesOn(receipt)).toEqual(["6901234567892", link]);
  const text = paperText(receipt);
  expect(text).toMatch(/乌龙茶 +3\.50/);
  expect(paperPicture(receipt)).toContain(">柜</text>");
});

test("the encoder prints Latin text, sizes, table, bars and QR, and kicks the drawer", async () => {
  const job = new Encoder({ language: "esc-pos", columns: 48 })
    .initialize()
    .codepage("auto")
    .line("柜台 Café")
    .size(2, 2)
    .line("BIG")
    .size(1, 1)
    .table(
      [
        { width: 20, align: "left" },
        { width: 10, align: "right" },
      ],
      [["Tea", "3.50"]],
    )
    .barcode("6901234567892", "ean13", 60)
    .qrcode(link)
    .pulse()
    .cut()
    .encode();

  await printer.send(job);
  const receipt = await printer.receipt();
  const text = paperText(receipt);

  // Its code pages hold no hanzi: the cashier reads question marks.
  expect(text).toContain("?? Café");
  expect(text).toContain(`Tea${" ".repeat(23)}3.50`);
  expect(text).toContain("[ean13 6901234567892]");
  expect(glyph(receipt, "B")).toMatchObject({ widthDots: 24, heightDots: 48 });
  expect(readQr(receipt)).toBe(link);
  expect(await codesOn(receipt)).toEqual(["6901234567892", link]);
  expect(printer.counter.drawer.openings).toBe(1);
});

test("node-thermal-printer prints hanzi, table, bars, QR over its own network link", async () => {
  const client = new thermal.ThermalPrinter({
    type: thermal.PrinterTypes.EPSON,
    interface: `tcp://127.0.0.1:${printer.port}`,
    characterSet: thermal.CharacterSet.CHINA,
    width: 48,
  });
  client.println("柜台 Cafe");
  client.setTextQuadArea();
  client.println("大B");
  client.setTextNormal();
  client.leftRight("Tea", "3.50");
  client.leftRight("茶", "3.50");
  client.printQR(link, { cellSize: 4 });
  client.printBarcode("6901234567892", 67);
  client.openCashDrawer();
  client.cut();

  await client.execute();
  const receipt = await printer.receipt();
  const text = paperText(receipt);

  expect(text).toContain("柜台 Cafe\n");
  expect(text).toContain(`Tea${" ".repeat(41)}3.50\n`);
  expect(text).toContain("[ean13 6901234567892]");
  expect(readQr(receipt)).toBe(link);
  expect(await codesOn(receipt)).toEqual(["6901234567892", link]);
  // It counts a hanzi as one column, so the row is one too wide and breaks.
  expect(text).toContain(`茶${" ".repeat(43)}3.5\n0\n`);
  // It doubles by ESC !, which leaves hanzi alone.
  expect(glyph(receipt, "B")).toMatchObject({ widthDots: 24, heightDots: 48 });
  expect(glyph(receipt, "大")).toMatchObject({ widthDots: 24, heightDots: 24 });
  // Its kick lacks both times, so the next command's bytes serve as such; pin 5 gets nothing.
  expect(printer.events()).toContainEqual({
    kind: "pulse sent",
    device: "printer",
    pin: 2,
    onMs: 54,
  });
});
