import thermal from "node-thermal-printer";
import { expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readCodes } from "#test/support/read-codes.ts";

test("node-thermal-printer's Star mode prints text and bars; its QR falls short", async () => {
  const client = new thermal.ThermalPrinter({
    type: thermal.PrinterTypes.STAR,
    interface: "tcp://127.0.0.1:9100",
    characterSet: thermal.CharacterSet.PC858_EURO,
    width: 48,
  });
  client.alignCenter();
  client.setTextQuadArea();
  client.println("BIG");
  client.setTextNormal();
  client.alignLeft();
  client.leftRight("Tea", "3.50");
  client.upsideDown(true);
  client.println("turned");
  client.upsideDown(false);
  client.code128("PR-7");
  client.printQR("https://guitai.example/r/42");
  client.openCashDrawer();
  client.cut();
  const table = new PrinterTable({ language: "star-line" });

  table.host(toHex(client.getBuffer()));
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  if (receipt === undefined) throw new Error("nothing was printed");
  const read = await readCodes(paperDots(receipt));
  const text = paperText(receipt);

  expect(text).toContain(`${" ".repeat(21)}BIG\n`);
  expect(text).toContain(`Tea${" ".repeat(41)}3.50\n`);
  expect(text).toContain("turned\n");
  expect(read).toEqual([{ format: "Code128", text: "PR-7" }]);
  expect(table.drawer.openings).toBe(1);
  // It stores the address without the command that says so, so the paper shows it as text.
  expect(text).toContain("https://guitai.example/r/42");
  expect(table.events).toContain("not printed");
});
