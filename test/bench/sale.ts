import type { Block, ReceiptDocument } from "../../state/base/document.ts";
import type { Fact } from "../../state/fact.ts";
import { format } from "../../state/money.ts";

/** The sale that everything is measured with: six articles of three tax rates, paid in cash. */

const articles = [
  { name: "特仑苏纯牛奶 250ml×12 礼盒装", code: "6923644266066", price: 6500, taxRate: 1300 },
  { name: "农夫山泉饮用天然水 550ml", code: "6921168509256", price: 200, taxRate: 1300 },
  { name: "东北五常大米 5kg", code: "6901234567892", price: 4590, taxRate: 900 },
  { name: "鲜鸡蛋 30枚", code: "6902345678904", price: 2380, taxRate: 900 },
  { name: "红富士苹果 散装", code: "2100123004567", price: 1298, taxRate: 0 },
  { name: "清风原木纯品抽纸 3层×6包", code: "6922266454295", price: 1990, taxRate: 1300 },
] as const;

const rule: Block = { kind: "rule" };

function text(words: string, size: "normal" | "double" = "normal"): Block {
  return { kind: "text", text: words, align: "center", size };
}

function columns(left: string, middle: string, right: string): Block {
  return {
    kind: "columns",
    cells: [
      { text: left, tenths: 5, align: "left" },
      { text: middle, tenths: 2, align: "right" },
      { text: right, tenths: 3, align: "right" },
    ],
  };
}

interface Totals {
  readonly total: number;
  readonly taxes: readonly {
    readonly rate: number;
    readonly gross: number;
    readonly tax: number;
  }[];
  readonly tendered: number;
}

/** Sale `n` sells one piece of each article, and `n` of the second. */
function totals(n: number): Totals {
  const gross = new Map<number, number>();
  for (const [index, { price, taxRate }] of articles.entries()) {
    const amount = index === 1 ? price * n : price;
    gross.set(taxRate, (gross.get(taxRate) ?? 0) + amount);
  }
  const total = [...gross.values()].reduce((sum, amount) => sum + amount, 0);
  const taxes = [...gross].map(([rate, amount]) => {
    return { rate, gross: amount, tax: Math.round((amount * rate) / (10_000 + rate)) };
  });
  return { total, taxes, tendered: Math.ceil(total / 10_000) * 10_000 };
}

/**
 * The receipt of sale `n`: thirty printed lines at 48 columns, one a block.
 *
 * @param n from 1
 */
export function receiptOf(n: number): ReceiptDocument {
  const { total, taxes, tendered } = totals(n);
  return {
    blocks: [
      text("好邻居便利店", "double"),
      text("北京好邻居商贸有限公司"),
      text("北京市朝阳区建国路88号 1层 103"),
      text("电话 010-65880000"),
      rule,
      { kind: "row", left: `单号 ${receiptNumber(n)}`, right: "终端 01" },
      { kind: "row", left: "2026-11-24 18:30:12", right: "收银员 王小明" },
      rule,
      columns("品名/数量", "单价", "金额"),
      rule,
      ...articles.flatMap(({ name, code, price }, index): Block[] => {
        const pieces = index === 1 ? n : 1;
        const line = columns(`  ${code} × ${pieces}`, format(price), format(price * pieces));
        return [{ kind: "text", text: name }, line];
      }),
      rule,
      { kind: "row", left: "合计", right: format(total), size: "double", bold: true },
      ...taxes.map(({ rate, tax }): Block => {
        return { kind: "row", left: `  其中增值税 ${rate / 100}%`, right: format(tax) };
      }),
      { kind: "row", left: "现金", right: format(tendered) },
      { kind: "row", left: "找零", right: format(tendered - total), bold: true },
      text("谢谢惠顾 七日内凭小票退换"),
    ],
  };
}

function receiptNumber(n: number): string {
  return `01-${String(n).padStart(6, "0")}`;
}

/**
 * What the ledger is given when sale `n` is settled: one group, kept whole or not at all.
 *
 * @param n from 1
 */
export function settledSale(n: number): readonly Fact[] {
  const { total, taxes, tendered } = totals(n);
  const saleId = `9b2f6c1e-5d0a-4c7b-8a3e-${String(n).padStart(12, "0")}`;
  return [
    { type: "tender.added", tenderType: "Cash", amount: tendered },
    {
      type: "sale.completed",
      saleId,
      receiptNumber: receiptNumber(n),
      staffNo: "1001",
      businessDay: "2026-11-24",
      total,
      taxes: [...taxes],
      tendered,
      change: tendered - total,
    },
    { type: "drawer.kickIntended", kickId: `kick-${saleId}`, reason: "cash-sale", saleId },
    {
      type: "print.intended",
      jobId: `job-${saleId}`,
      purpose: "sale",
      saleId,
      document: receiptOf(n),
    },
  ];
}
