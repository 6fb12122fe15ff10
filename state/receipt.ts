import type { Block, ReceiptDocument } from "./base/document.ts";
import type { Configuration, Registration } from "./configuration.ts";
import type { FactOf } from "./fact.ts";
import { format } from "./money.ts";
import { formatQuantity } from "./quantity.ts";
import type { Line, Sale } from "./terminal.ts";
import { civilTime, formatTime } from "./time.ts";

/** What is said on paper, as meaning. Chinese, as the shop's customers read it. */

interface Shop {
  readonly registration: Registration;
  readonly configuration: Configuration;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const rule: Block = { kind: "rule" };

export function saleReceipt(
  paper: Shop & {
    readonly sale: Sale;
    readonly completed: FactOf<"sale.completed">;
    readonly cashierName: string;
  },
): ReceiptDocument {
  const { sale, completed, registration, configuration } = paper;
  return {
    blocks: [
      ...heading(registration),
      {
        kind: "row",
        left: `单号 ${completed.receiptNumber}`,
        right: `终端 ${registration.tillNumber}`,
      },
      { kind: "row", left: timeText(paper), right: `收银员 ${paper.cashierName}` },
      rule,
      columns(["品名/数量", "单价", "金额"], true),
      rule,
      ...sale.lines.flatMap(lineBlocks),
      rule,
      ...totals(completed),
      rule,
      { kind: "qr", data: `${configuration.receiptUri}${completed.receiptNumber}` },
      { kind: "feed", lines: 1 },
      { kind: "text", text: "扫码查看电子小票", align: "center" },
      { kind: "text", text: configuration.receiptFooter, align: "center" },
    ],
  };
}

function heading(registration: Registration): Block[] {
  const { enterpriseName, storeName, storeAddress, storePhone } = registration;
  return [
    { kind: "text", text: storeName, align: "center", size: "double" },
    { kind: "text", text: enterpriseName, align: "center" },
    { kind: "text", text: storeAddress, align: "center" },
    { kind: "text", text: `电话 ${storePhone}`, align: "center" },
    { kind: "feed", lines: 1 },
  ];
}

function timeText({ at, configuration }: Shop): string {
  return formatTime(civilTime(at, configuration.utcOffsetMinutes));
}

function columns(texts: readonly [string, string, string], bold: boolean): Block {
  const [left, middle, right] = texts;
  return {
    kind: "columns",
    bold,
    cells: [
      { text: left, tenths: 6, align: "left" },
      { text: middle, tenths: 2, align: "right" },
      { text: right, tenths: 2, align: "right" },
    ],
  };
}

function lineBlocks(line: Line): Block[] {
  const quantity = `${formatQuantity(line.quantity)}${line.unit === "KGM" ? "kg" : ""}`;
  return [
    { kind: "text", text: line.nameZh },
    columns([` ${line.code} x ${quantity}`, format(line.unitPrice), format(line.amount)], false),
  ];
}

function totals(completed: FactOf<"sale.completed">): Block[] {
  const { total, taxes, tendered, change } = completed;
  return [
    { kind: "row", left: "合计(元)", right: format(total), size: "double", bold: true },
    ...taxes.map(
      ({ rate, tax }): Block => ({
        kind: "row",
        left: `  其中增值税 ${percent(rate)}%`,
        right: format(tax),
      }),
    ),
    { kind: "row", left: "现金", right: format(tendered) },
    { kind: "row", left: "找零", right: format(change), bold: true },
  ];
}

/** Basis points as percent: `1300` → `13`, `1150` → `11.5`. */
function percent(rate: number): string {
  return format(rate).replace(/\.?0+$/, "");
}

export function testReceipt(
  paper: Shop & {
    readonly label: string;
    readonly name: string | null;
    readonly tester: string;
  },
): ReceiptDocument {
  const { registration, label, name, tester } = paper;
  return {
    blocks: [
      ...heading(registration),
      { kind: "text", text: "测试交易", align: "center", size: "double", bold: true },
      { kind: "text", text: "不计入营业额 · NOT A SALE", align: "center" },
      rule,
      { kind: "row", left: "终端", right: registration.tillNumber },
      { kind: "row", left: "时间", right: timeText(paper) },
      { kind: "row", left: "测试人", right: tester },
      { kind: "row", left: "扫描到", right: label },
      ...(name === null ? [] : [{ kind: "row", left: "商品", right: name } as const]),
      rule,
      { kind: "qr", data: `guitai-test:${registration.storeId}:${registration.tillNumber}` },
      { kind: "text", text: "汉字、线条、二维码清晰即为正常", align: "center" },
    ],
  };
}

/** The same paper, marked so that nobody takes it for a second sale. */
export function markCopy(document: ReceiptDocument): ReceiptDocument {
  const mark: Block = {
    kind: "text",
    text: "副本 COPY",
    align: "center",
    size: "double",
    bold: true,
  };
  const [first] = document.blocks;
  const isMarked = first?.kind === "text" && first.text === mark.text;
  return isMarked ? document : { blocks: [mark, ...document.blocks] };
}
