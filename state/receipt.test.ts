import { describe, expect, test } from "vitest";
import { expectGolden } from "#test/support/golden.ts";
import { configuration, registration } from "#test/support/shop.ts";
import { openTill, type Till } from "#test/support/till.ts";
import type { Block, ReceiptDocument } from "./base/document.ts";
import { markCopy } from "./receipt.ts";

function sell(): Till {
  const till = openTill("signed on");
  for (const label of ["6901234567892", "6901234567892", "2112345012346", "2200777015001"]) {
    till.put({ type: "scanned", label });
  }
  till.put({ type: "intent", intent: { type: "tenderCash", amount: 50_00 } });
  return till;
}

function lastReceipt(till: Till): ReceiptDocument {
  const document = till.terminal.lastReceipt;
  if (document === null) throw new Error("nothing was sold");
  return document;
}

function texts(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "row":
      return [block.left, block.right];
    case "columns":
      return block.cells.map(({ text }) => text);
    case "qr":
    case "barcode":
      return [block.data];
    case "picture":
      return [block.alt];
    case "rule":
    case "feed":
      return [];
  }
}

const paper = ({ blocks }: ReceiptDocument) => blocks.flatMap(texts).join("\n");
const json = (document: ReceiptDocument) => `${JSON.stringify(document, null, 2)}\n`;
const isMark = (block: Block) => block.kind === "text" && block.text === "副本 COPY";

describe("the receipt of a sale", () => {
  test("looks as it always has", () => {
    expectGolden("test/golden/receipts/sale.json", json(lastReceipt(sell())));
  });

  test.each([
    ["the store", registration.storeName],
    ["the enterprise", registration.enterpriseName],
    ["the address", registration.storeAddress],
    ["the telephone", registration.storePhone],
    ["its number", "单号 01-000001"],
    ["the till", "终端 01"],
    ["the time of the store", "2026-11-24 13:05:09"],
    ["the cashier", "收银员 张敏"],
    ["an article", "矿泉水"],
    ["the code it was sold by, and how many", "6901234567892 x 2"],
    ["what weighed goods weighed", "2112345012346 x 1.234kg"],
    ["the price of a kilogram", "12.80"],
    ["the amount of a line", "15.80"],
    ["the price on a marked-down label", "15.00"],
    ["the total", "34.80"],
    ["each tax", "其中增值税 13%\n0.46"],
    ["and the lower one", "其中增值税 9%\n1.30"],
    ["and the lowest one", "其中增值税 6%\n0.85"],
    ["the cash", "现金\n50.00"],
    ["the change", "找零\n15.20"],
    ["where to see it again", "https://shop.example/r/01-000001"],
    ["the footer", configuration.receiptFooter],
  ])("names %s", (_, text) => {
    expect(paper(lastReceipt(sell()))).toContain(text);
  });

  test("fills the paper's width: the cells of a line share it out", () => {
    for (const block of lastReceipt(sell()).blocks) {
      if (block.kind !== "columns") continue;
      expect(block.cells.reduce((all, { tenths }) => all + tenths, 0)).toBe(10);
    }
  });
});

describe("a copy", () => {
  test("is the receipt under a mark", () => {
    const receipt = lastReceipt(sell());

    const [mark, ...rest] = markCopy(receipt).blocks;

    expect(mark).toMatchObject({ text: "副本 COPY", size: "double", bold: true });
    expect(rest).toEqual(receipt.blocks);
  });

  test("of a copy is marked once", () => {
    const copy = markCopy(markCopy(markCopy(lastReceipt(sell()))));

    expect(copy.blocks.filter(isMark)).toHaveLength(1);
  });

  test("leaves the original as it was: the next copy is made of the original again", () => {
    const till = sell();

    till.put({ type: "intent", intent: { type: "reprintReceipt" } });
    till.put({ type: "intent", intent: { type: "reprintReceipt" } });

    expect(till.terminal.jobs.map((job) => job.document.blocks.filter(isMark).length)).toEqual([
      0, 1, 1,
    ]);
  });
});

describe("the receipt of a test", () => {
  const testReceiptOf = (label: string) => {
    const till = openTill("test transaction");
    till.put({ type: "scanned", label });
    const [job] = till.terminal.jobs;
    if (job === undefined) throw new Error("nothing is printed");
    return job.document;
  };

  test("looks as it always has", () => {
    expectGolden("test/golden/receipts/test.json", json(testReceiptOf("6901234567892")));
  });

  test("says that it is no sale, what was scanned and who tested", () => {
    const text = paper(testReceiptOf("6901234567892"));

    for (const said of ["NOT A SALE", "6901234567892", "矿泉水", "张敏", "2026-11-24 13:05:09"]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain("¥");
  });

  test("shows a label with unprintable characters, or a very long one, as far as paper can", () => {
    const text = paper(testReceiptOf(`]d201\u001d\u001b@17${"😀".repeat(50)}`));

    expect(text).toContain(`]d201 @17${"😀".repeat(31)}…`);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
  });

  test("names no article when the label is none of the shop's", () => {
    expect(paper(testReceiptOf("anything"))).not.toContain("商品");
  });
});
