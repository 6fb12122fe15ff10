import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { CommandRun } from "#drivers/printers/command-writer.ts";
import { fence, processId, usualPulse } from "#drivers/printers/commands.ts";
import { escpos } from "#drivers/printers/escpos-language.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { epsonTmT88v } from "#drivers/printers/models/epson-tm-t88.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import type { Block, ReceiptDocument } from "#state/base/document.ts";
import { fromHex, toHex } from "#test/support/hex.ts";
import { commandsOf } from "#test/support/printer-commands.ts";
import { wholeReceipt } from "#test/support/receipts.ts";

function golden(name: string): string {
  const file = new URL(`../../test/golden/escpos/${name}/bytes.hex`, import.meta.url);
  return toHex(fromHex(readFileSync(file, "utf8")));
}

function encodeReceipt(document: ReceiptDocument, model: PrinterModel) {
  return new ReceiptEncoder(model).encode(document);
}

function encode(...blocks: readonly Block[]) {
  return encodeReceipt({ blocks }, epsonTmT20iii);
}

const namesOf = (run: CommandRun) => commandsOf(run).map(({ name }) => name);

const hexOf = ({ bytes }: Pick<CommandRun, "bytes">) => toHex(bytes);

/** The receipt begins by undoing whatever styles an earlier one left. */
const styles = "1b 61 00 1d 21 00 1b 45 00";
const opening = `${styles} 1c 26`;

describe("bytes typed from the manual", () => {
  const title = { kind: "text", text: "HI", size: "double", bold: true, align: "center" } as const;
  it.each([
    ["gb18030-line", { kind: "text", text: "奶茶 20" }],
    ["letter-beside-hanzi", { kind: "text", text: "奶ñ奶" }],
  ] as const)("agree for %s, hanzi switched on first", (name, block) => {
    expect(hexOf(encode(block).lines)).toBe(`${styles} ${golden(name)}`);
  });

  it.each([
    ["title", title],
    ["right", { kind: "text", text: "HI", align: "right" }],
    ["feed", { kind: "feed", lines: 3 }],
  ] as const)("agree for %s, behind the opening", (name, block) => {
    expect(hexOf(encode(block).lines)).toBe(`${opening} ${golden(name)}`);
  });

  it.each([
    ["ean13", { kind: "barcode", symbology: "ean13", data: "6901234567892" }],
    ["code128", { kind: "barcode", symbology: "code128", data: "a{1" }],
    ["qr", { kind: "qr", data: "hi" }],
    ["picture", { kind: "picture", widthDots: 10, heightDots: 3, bits: "/8CAQP/A", alt: "a box" }],
  ] as const)("agree for %s, in the middle", (name, block) => {
    expect(hexOf(encode(block).lines)).toBe(`${opening} 1b 61 01 ${golden(name)} 1b 61 00`);
  });

  it("agree for a printer without hanzi", () => {
    const { lines } = encodeReceipt({ blocks: [{ kind: "text", text: "Crème" }] }, epsonTmT88v);

    expect(hexOf(lines)).toBe(`${styles} ${golden("latin-line")}`);
  });

  it("agree for the cuts", () => {
    const full = { ...epsonTmT20iii, cut: "full" } as const;

    expect(hexOf(encode({ kind: "rule" }).cut)).toBe(golden("cut"));
    expect(hexOf(encodeReceipt({ blocks: [] }, full).cut)).toBe(golden("cut-full"));
  });

  it("agree for what a driver says between receipts", () => {
    const said = (...commands: readonly { readonly bytes: Uint8Array }[]) => {
      return commands.map(({ bytes }) => toHex(bytes)).join(" ");
    };

    expect(said(...escpos.kick(usualPulse))).toBe(golden("kick"));
    expect(said(...escpos.kickNow(usualPulse))).toBe(golden("real-time-kick"));
    expect(said(escpos.reset, escpos.report)).toBe(golden("settings"));
    expect(said(...escpos.questions)).toBe(golden("questions"));
    expect(said(processId(fromHex("30 30 30 31")))).toBe(golden("process-id"));
    expect(said(fence())).toBe(golden("fence"));
  });

  it("are all compared", () => {
    const folder = new URL("../../test/golden/escpos/", import.meta.url);
    expect(readdirSync(folder)).toHaveLength(19);
  });
});

describe("a receipt", () => {
  it("of 48 columns reads as it did", () => {
    const { lines, cut } = encodeReceipt(wholeReceipt, epsonTmT20iii);
    const shown = [...commandsOf(lines), ...commandsOf(cut)].map(({ name, bytes }) => {
      const text = name === "text" ? `  |${iconv.decode(bytes.slice(0, -1), "gb18030")}|` : "";
      return `${name.padEnd(13)} ${toHex(bytes)}${text}\n`;
    });

    const file = new URL("../../test/golden/escpos/receipt-48/commands.txt", import.meta.url);
    if (process.env.GOLDEN_UPDATE !== undefined) writeFileSync(file, shown.join(""));
    expect(shown.join("")).toBe(readFileSync(file, "utf8"));
  });

  it("sets what spans the paper exactly as wide, double ones at half the columns", () => {
    for (const model of [epsonTmT20iii, generic58mm]) {
      for (const block of wholeReceipt.blocks) {
        if (!["row", "columns", "rule"].includes(block.kind)) continue;
        const rows = commandsOf(encodeReceipt({ blocks: [block] }, model).lines).filter(
          ({ name }) => name === "text",
        );
        const scale = "size" in block && block.size === "double" ? 2 : 1;

        // The widest of its rows: a name that wraps has nothing at its right.
        const widest = Math.max(...rows.map(({ bytes }) => bytes.length - 1));
        expect(widest * scale).toBe(model.columns);
      }
    }
  });

  it("announces double-byte characters once, before the first row", () => {
    const names = namesOf(encodeReceipt(wholeReceipt, epsonTmT20iii).lines);

    expect(names.indexOf("FS &")).toBe(3);
    expect(names.lastIndexOf("FS &")).toBe(3);
  });

  it("sends a style only when it changes and takes it off at the end", () => {
    const bold: Block = { kind: "text", text: "a", bold: true };
    const { lines } = encodeReceipt({ blocks: [bold, bold] }, epsonTmT20iii);

    expect(namesOf(lines).slice(4)).toEqual(["ESC E", "text", "text", "ESC E"]);
  });

  it("tells the printer a side once for all rows that stand on it", () => {
    const title: Block = { kind: "text", text: "a", align: "center" };
    const { lines } = encode(title, title, { kind: "rule" });

    expect(namesOf(lines).slice(4)).toEqual(["ESC a", "text", "text", "ESC a", "text"]);
  });

  it("sets a row with blanks where that is shorter", () => {
    const title = "x".repeat(40);
    const { lines } = encode({ kind: "text", text: title, align: "center" });

    expect(hexOf(lines)).toBe(`${opening} ${toHex(Buffer.from(`    ${title}\n`))}`);
  });

  it("breaks a text at its newlines", () => {
    expect(namesOf(encode({ kind: "text", text: "a\r\nb" }).lines).slice(4)).toHaveLength(2);
  });

  it("feeds to the tear bar where there is no cutter", () => {
    expect(hexOf(encodeReceipt(wholeReceipt, generic58mm).cut)).toBe("1b 64 04");
  });

  it("feeds no more than a hand's breadth at once, and nothing for nothing", () => {
    expect(hexOf(encode({ kind: "feed", lines: 9999 }).lines)).toBe(`${opening} 1b 64 14`);
    expect(hexOf(encode({ kind: "feed", lines: 0 }).lines)).toBe(opening);
  });
});

describe("what a printer cannot write", () => {
  it("is replaced and reported, each character once", () => {
    expect(encode({ kind: "text", text: "😀 ก ñ ก" }).unprintable).toBe("😀ก");
  });

  it("is a code too wide for the paper, which is told in letters", () => {
    const data = "a code wider than the paper is, in any case";
    const { lines, unprintable } = encode({ kind: "barcode", symbology: "code128", data });

    expect(unprintable).toBe(data);
    expect(namesOf(lines).at(-1)).toBe("text");
  });
});
