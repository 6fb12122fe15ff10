import type { Text } from "#state/base/text.ts";

/** The words of the selling screen, beside `messages.ts`. */

const text = (zh: string, en: string): Text => ({ zh, en });

const inPieces = (count: number) => `${count} ${count === 1 ? "piece" : "pieces"}`;

export const selling = {
  codeField: text("商品条码", "Article code"),
  codeHint: text("扫码，或在此输入后按 Enter", "Scan, or type here and press Enter"),
  enterCode: text("录入", "Enter"),
  basket: text("购物清单", "Basket"),
  columns: {
    line: text("序号", "No."),
    article: text("商品", "Article"),
    quantity: text("数量 × 单价", "Quantity × price"),
    amount: text("金额", "Amount"),
  },
  empty: text("请扫描第一件商品", "Scan the first article"),
  emptyDetail: text(
    "扫码枪随时可用，不必先点屏幕。",
    "The scanner always works; no need to tap first.",
  ),
  lineActions: text("对所选商品", "Selected line"),
  quantity: text("改数量", "Quantity"),
  remove: text("删除", "Remove"),
  cancelSale: text("整单取消", "Cancel sale"),
  reprint: text("补打小票", "Reprint"),
  total: text("合计", "Total"),
  pieces: (count: number) => text(`共 ${count} 件`, inPieces(count)),
  tax: (rate: string) => text(`含税 ${rate}`, `incl. tax ${rate}`),
  pay: text("收款", "Pay"),
  keypad: text("数字键盘", "Number pad"),
  selected: text("已选中", "selected"),
};

export const dialogs = {
  quantityTitle: text("改数量", "Change quantity"),
  pieces: text("件数", "Pieces"),
  weightTitle: text("这件商品要称重", "This article is sold by weight"),
  weightDetail: (code: string) =>
    text(`条码 ${code}。称好后输入公斤数。`, `Code ${code}. Weigh it, then enter the kilograms.`),
  kilograms: text("重量（公斤）", "Weight (kg)"),
  notPieces: text("件数要是大于零的整数", "Pieces must be a whole number above zero"),
  notAQuantity: text("请输入大于零的数量", "Enter a quantity above zero"),
  cancelTitle: text("取消整单？", "Cancel the whole sale?"),
  cancelDetail: (pieces: number, total: string) =>
    text(
      `${pieces} 件商品，合计 ${total}，将全部作废。还没有收钱。`,
      `${inPieces(pieces)}, ${total} in total, will be dropped. No money has been taken.`,
    ),
  cancelYes: text("作废整单", "Drop the sale"),
  cancelNo: text("不取消，继续卖", "Keep selling"),
};

export const tender = {
  title: text("现金收款", "Take cash"),
  due: text("应收", "Due"),
  received: text("实收（元）", "Cash received (yuan)"),
  quick: text("常用金额", "Quick amounts"),
  exact: (amount: string) => text(`正好 ${amount}`, `Exact ${amount}`),
  takeExact: (amount: string) => text(`收 ${amount}（正好）`, `Take ${amount} (exact)`),
  take: (amount: string) => text(`收 ${amount}`, `Take ${amount}`),
  changeWillBe: (amount: string) => text(`找零 ${amount}`, `Change ${amount}`),
  short: (amount: string) => text(`还差 ${amount}`, `${amount} short`),
  notAnAmount: text("不是金额", "Not an amount"),
  back: text("返回商品", "Back to items"),
  nothingYet: text("未输入时按正好收款", "Empty means the exact amount"),
};

export const completed = {
  change: text("找零", "Change"),
  noChange: text("正好，不用找零", "Exact. No change to give"),
  received: (amount: string) => text(`实收 ${amount}`, `Received ${amount}`),
  total: (amount: string) => text(`应收 ${amount}`, `Total ${amount}`),
  recorded: text("已收款，已记账", "Paid and recorded"),
  receipt: (number: string) => text(`小票号 ${number}`, `Receipt ${number}`),
  closeDrawer: text("请关上钱箱", "Close the drawer"),
  nextCustomer: text("下一位顾客：直接扫码", "Next customer: just scan"),
  next: text("下一位", "Next customer"),
};
