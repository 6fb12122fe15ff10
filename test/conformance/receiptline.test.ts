import { transform } from "receiptline";
import { expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readCodes } from "#test/support/read-codes.ts";

const link = "https://guitai.example/r/42";
const source = `^^^柜台
{code:${link}; option:qrcode,4,M}
{code:6901234567892; option:ean,2,60,hri}
{code:PR-7; option:code128,2,60}
{code:TEA-1; option:code39,2,60}
乌龙茶 | 3.50
`;

/** Line mode sends pictures in bands, the others whole. */
test.each(["starlinesbcs", "starlinembcs2", "starsbcs", "starmbcs2"] as const)(
  "receiptline's %s prints hanzi, columns, bars and QR, and the paper can be read",
  async (command) => {
    const table = new PrinterTable({ language: "star-line", receiveBufferBytes: 65_536 });
    const job = transform(source, { cpl: 48, encoding: "gb18030", command, cutting: true });

    table.host(toHex(Buffer.from(job, "latin1")));
    table.settle();
    const [receipt] = table.printer.paper.receipts;
    if (receipt === undefined) throw new Error("nothing was printed");
    const read = await readCodes(paperDots(receipt));

    expect(table.events).not.toContain("unknown command");
    expect(table.events).not.toContain("not printed");
    expect(receipt.edge).toBe("partly cut");
    const lines = paperText(receipt).split("\n");
    expect(lines[0]).toBe(`${" ".repeat(20)}柜台`);
    expect(lines).toContain(`乌龙茶${" ".repeat(38)}3.50`);
    expect(read.map(({ format, text }) => `${format} ${text}`).sort()).toEqual([
      "Code128 PR-7",
      "Code39 TEA-1",
      "EAN13 6901234567892",
      `QRCode ${link}`,
    ]);
  },
);

test.each(["starlinembcs2", "escpos"] as const)(
  "receiptline's %s stands on its head, last line first",
  (command) => {
    const language = command === "escpos" ? command : "star-line";
    const table = new PrinterTable({ language, receiveBufferBytes: 65_536 });
    const options = {
      cpl: 48,
      encoding: "gb18030",
      command,
      upsideDown: true,
      cutting: true,
    } as const;

    table.host(toHex(Buffer.from(transform("^^^柜台\n乌龙茶 | 3.50\n", options), "latin1")));
    table.settle();
    const [receipt] = table.printer.paper.receipts;
    if (receipt === undefined) throw new Error("nothing was printed");

    const rows = receipt.rows.filter((row) => row.kind === "text");
    expect(rows.map(({ isUpsideDown }) => isUpsideDown)).toEqual([true, true, true]);
    const lines = paperText(receipt)
      .split("\n")
      .filter((line) => line !== "");
    expect(lines).toEqual([
      `乌龙茶${" ".repeat(38)}3.50`,
      `${" ".repeat(20)}柜台`,
      "[partial cut]",
    ]);
  },
);
