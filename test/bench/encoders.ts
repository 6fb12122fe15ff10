import type { Block, ReceiptDocument } from "../../state/base/document.ts";
import {
  throughReceiptline,
  throughReceiptPrinterEncoder,
  throughThermalPrinter,
} from "./libraries.ts";
import { type EscposPrinter, loadEscpos, type PeerName } from "./peers.ts";

/**
 * Seven ways to say one receipt in ESC/POS, at 48 columns. Each is loaded only when asked for, so
 * that its import can be weighed.
 */

export type Encode = (document: ReceiptDocument) => Uint8Array;

export const encoderNames = [
  "guitai",
  "strings + iconv-lite",
  "escpos, text",
  "escpos, tableCustom",
  "receiptline",
  "node-thermal-printer",
  "receipt-printer-encoder",
] as const;
export type EncoderName = (typeof encoderNames)[number];

/** The package that an encoder needs; null for none of the peers. */
export const packageOf: Readonly<Record<EncoderName, PeerName | null>> = {
  guitai: null,
  "strings + iconv-lite": null,
  "escpos, text": "escpos",
  "escpos, tableCustom": "escpos",
  receiptline: "receiptline",
  "node-thermal-printer": "node-thermal-printer",
  "receipt-printer-encoder": "@point-of-sale/receipt-printer-encoder",
};

export const paperColumns = 48;

async function guitai(): Promise<Encode> {
  const [{ ReceiptEncoder }, { generic80mm }] = await Promise.all([
    import("../../drivers/printers/receipt-encoder.ts"),
    import("../../drivers/printers/models/generic-80mm.ts"),
  ]);
  const encoder = new ReceiptEncoder(generic80mm);
  return (document) => {
    const { lines, cut } = encoder.encode(document);
    const job = new Uint8Array(lines.bytes.length + cut.bytes.length);
    job.set(lines.bytes);
    job.set(cut.bytes, lines.bytes.length);
    return job;
  };
}

/** Columns of printable text: a hanzi takes two, and so does `×`, which GB18030 has among them. */
function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) columns += text.charCodeAt(at) > 0x7e ? 2 : 1;
  return columns;
}

function padded(text: string, width: number, align: "left" | "right" | "center"): string {
  const spare = " ".repeat(Math.max(0, width - columnsOf(text)));
  return align === "right" ? spare + text : text + spare;
}

/** A row that spans the paper, laid out by hand; null for text that the printer aligns. */
function spanning(block: Block): string | null {
  switch (block.kind) {
    case "rule":
      return "-".repeat(paperColumns);
    case "row": {
      const width = block.size === "double" ? paperColumns / 2 : paperColumns;
      return block.left + padded(block.right, width - columnsOf(block.left), "right");
    }
    case "columns": {
      const [left, middle, right] = block.cells;
      if (left === undefined || middle === undefined || right === undefined) return null;
      return (
        padded(left.text, 24, "left") +
        padded(middle.text, 9, "right") +
        padded(right.text, 15, "right")
      );
    }
    default:
      return null;
  }
}

/** Rows that this receipt sets from edge to edge. */
export function spanningRows(document: ReceiptDocument): string[] {
  return document.blocks.flatMap((block) => spanning(block) ?? []);
}

/** What a careful programmer would write by hand, with the usual table of characters. */
async function strings(): Promise<Encode> {
  const { default: iconv } = await import("iconv-lite");
  return (document) => {
    let job = "\x1b@\x1c&";
    for (const block of document.blocks) {
      const row = spanning(block);
      const isDouble = "size" in block && block.size === "double";
      const isBold = "bold" in block && block.bold === true;
      const words = row ?? (block.kind === "text" ? block.text : "");
      const isCentered = block.kind === "text" && block.align === "center";
      if (isDouble) job += "\x1d!\x11";
      if (isBold) job += "\x1bE\x01";
      job += `${isCentered ? "\x1ba\x01" : "\x1ba\x00"}${words}\n`;
      if (isBold) job += "\x1bE\x00";
      if (isDouble) job += "\x1d!\x00";
    }
    return iconv.encode(`${job}\x1dV\x42\x00`, "gb18030");
  };
}

/** @param write says one row from edge to edge */
function throughEscpos(write: (printer: EscposPrinter, block: Block) => void): Encode {
  const { Printer } = loadEscpos();
  return (document) => {
    const parts: Uint8Array[] = [];
    const adapter = {
      write: (bytes: Uint8Array, done?: () => void) => {
        parts.push(bytes);
        done?.();
      },
    };
    const printer = new Printer(adapter, { encoding: "GB18030" }).hardware("INIT");
    for (const block of document.blocks) {
      const isDouble = "size" in block && block.size === "double";
      const isBold = "bold" in block && block.bold === true;
      if (isDouble) printer.size(2, 2);
      if (isBold) printer.style("B");
      if (block.kind === "text") {
        printer.align(block.align === "center" ? "CT" : "LT").text(block.text);
      } else {
        write(printer.align("LT"), block);
      }
      if (isBold) printer.style("NORMAL");
      if (isDouble) printer.size(1, 1);
    }
    printer.cut().flush();
    return Buffer.concat(parts);
  };
}

/** `escpos` with rows laid out by hand. */
function escposText(): Encode {
  return throughEscpos((printer, block) => printer.text(spanning(block) ?? ""));
}

/** `escpos` as its manual shows it: the library lays out the rows. */
function escposTable(): Encode {
  const sides = { left: "LEFT", right: "RIGHT", center: "CENTER" } as const;
  return throughEscpos((printer, block) => {
    if (block.kind === "rule") printer.drawLine();
    if (block.kind === "row") {
      // It sets 48 columns whatever the size, so half of each share is what fits in double.
      const share = block.size === "double" ? 0.25 : 0.5;
      printer.tableCustom([
        { text: block.left, align: "LEFT", width: share },
        { text: block.right, align: "RIGHT", width: share },
      ]);
    }
    if (block.kind === "columns") {
      const cells = block.cells.map(({ text, tenths, align }) => {
        return { text, align: sides[align], width: tenths / 10 };
      });
      printer.tableCustom(cells);
    }
  });
}

const encoders: Record<EncoderName, () => Encode | Promise<Encode>> = {
  guitai,
  "strings + iconv-lite": strings,
  "escpos, text": escposText,
  "escpos, tableCustom": escposTable,
  receiptline: throughReceiptline,
  "node-thermal-printer": throughThermalPrinter,
  "receipt-printer-encoder": throughReceiptPrinterEncoder,
};

export async function loadEncoder(name: EncoderName): Promise<Encode> {
  return await encoders[name]();
}
