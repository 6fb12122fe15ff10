import type { Block, ReceiptDocument } from "../../state/base/document.ts";
import { loadReceiptline, loadReceiptPrinterEncoder, loadThermalPrinter } from "./peers.ts";

/** Receipt libraries that are used as their manuals show: each lays out the rows itself. */

type Encode = (document: ReceiptDocument) => Uint8Array;

const paperColumns = 48;
/** Columns that the cells of this receipt get. */
const widths = [24, 9, 15] as const;

const isDouble = (block: Block) => "size" in block && block.size === "double";
const isBold = (block: Block) => "bold" in block && block.bold === true;

/** `node-thermal-printer`, set to an Epson with Chinese characters. */
export function throughThermalPrinter(): Encode {
  const { ThermalPrinter, PrinterTypes, CharacterSet } = loadThermalPrinter();
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    characterSet: CharacterSet.CHINA,
    width: paperColumns,
    interface: "tcp://127.0.0.1",
  });
  const sides = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;
  const say = (block: Block) => {
    if (block.kind === "rule") printer.drawLine();
    if (block.kind === "row") printer.leftRight(block.left, block.right);
    if (block.kind === "columns") {
      const cells = block.cells.map(({ text, tenths, align }) => {
        return { text, align: sides[align], width: tenths / 10 };
      });
      printer.tableCustom(cells);
    }
    if (block.kind === "text") {
      if (block.align === "center") printer.alignCenter();
      else printer.alignLeft();
      printer.println(block.text);
      printer.alignLeft();
    }
  };
  return (document) => {
    printer.clear();
    for (const block of document.blocks) {
      if (isDouble(block)) printer.setTextQuadArea();
      if (isBold(block)) printer.bold(true);
      say(block);
      if (isBold(block)) printer.bold(false);
      if (isDouble(block)) printer.setTextNormal();
    }
    printer.cut();
    return printer.getBuffer();
  };
}

/** `@point-of-sale/receipt-printer-encoder`. */
export function throughReceiptPrinterEncoder(): Encode {
  const Encoder = loadReceiptPrinterEncoder();
  return (document) => {
    const encoder = new Encoder({ language: "esc-pos", columns: paperColumns }).initialize();
    for (const block of document.blocks) {
      const scale = isDouble(block) ? 2 : 1;
      encoder.size(scale, scale).bold(isBold(block));
      if (block.kind === "rule") encoder.rule();
      if (block.kind === "text") {
        encoder
          .align(block.align === "center" ? "center" : "left")
          .line(block.text)
          .align("left");
      }
      if (block.kind === "row") {
        const half = paperColumns / 2 / scale;
        const columns = [
          { width: half, align: "left" },
          { width: half, align: "right" },
        ] as const;
        encoder.table(columns, [[block.left, block.right]]);
      }
      if (block.kind === "columns") {
        const columns = block.cells.map(({ align }, at) => ({ width: widths[at] ?? 0, align }));
        encoder.table(columns, [block.cells.map(({ text }) => text)]);
      }
    }
    return encoder.cut().encode();
  };
}

/** `receiptline`, which takes a text in a language of its own. */
export function throughReceiptline(): Encode {
  const { transform } = loadReceiptline();
  const how = { cpl: paperColumns, encoding: "gb18030", command: "escpos", cutting: true } as const;
  const sourceOf = (block: Block): string => {
    const dress = (words: string) =>
      `${isDouble(block) ? "^^^" : ""}${isBold(block) ? '"' : ""}${words}`;
    if (block.kind === "rule") return "---\n";
    if (block.kind === "text") {
      return block.align === "center" ? `${dress(block.text)}\n` : `${dress(block.text)} |\n`;
    }
    if (block.kind === "row") return `{w:auto}\n${dress(block.left)} | ${dress(block.right)}\n`;
    if (block.kind !== "columns") return "";
    const cells = block.cells.map(({ text, align }) =>
      align === "left" ? `${text} ` : ` ${text}`,
    );
    return `{w:${widths.join(" ")}}\n|${cells.join("|")}|\n{w:auto}\n`;
  };
  return (document) => {
    const source = document.blocks.map(sourceOf).join("");
    return Buffer.from(transform(source, how), "latin1");
  };
}
