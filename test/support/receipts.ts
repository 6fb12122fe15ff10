import type { ReceiptDocument } from "#state/base/document.ts";

/** A receipt with one of every block, Chinese and Latin. */
export const wholeReceipt: ReceiptDocument = {
  blocks: [
    { kind: "text", text: "小店", align: "center", size: "double", bold: true },
    { kind: "text", text: "Receipt 收银单 0001", align: "center" },
    { kind: "rule" },
    {
      kind: "columns",
      cells: [
        { text: "品名", tenths: 5, align: "left" },
        { text: "数量", tenths: 2, align: "right" },
        { text: "金额", tenths: 3, align: "right" },
      ],
      bold: true,
    },
    {
      kind: "columns",
      cells: [
        { text: "特仑苏纯牛奶 250ml x 12 礼盒装", tenths: 5, align: "left" },
        { text: "1", tenths: 2, align: "right" },
        { text: "￥65.00", tenths: 3, align: "right" },
      ],
    },
    { kind: "row", left: "合计 Total", right: "￥65.00", size: "double" },
    { kind: "row", left: "支付宝", right: "65.00" },
    { kind: "qr", data: "https://example.com/r/0001" },
    { kind: "barcode", symbology: "code128", data: "R-0001" },
    { kind: "barcode", symbology: "ean13", data: "6901234567892" },
    { kind: "picture", widthDots: 10, heightDots: 3, bits: "/8CAQP/A", alt: "a box" },
    { kind: "feed", lines: 2 },
  ],
};

export const shortReceipt: ReceiptDocument = { blocks: [{ kind: "text", text: "hi" }] };
