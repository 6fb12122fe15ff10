/**
 * Every character that a printer's tables claim, printed by the driver and read off the paper of
 * the virtual printer, which has tables of its own.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printerCatalog } from "#drivers/catalog.ts";
import { charsetOf } from "#drivers/printers/charset.ts";
import type { LanguageName, PrinterModel } from "#drivers/printers/model.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { ReceiptPrinter } from "#simulator/devices/receipt-printer.ts";
import { millis } from "#state/base/units.ts";
import { toHex } from "#test/support/hex.ts";

/** What the virtual printer knows under each number, by its language; its tables are its own. */
const simulated: Readonly<Record<LanguageName, Readonly<Record<string, number>>>> = {
  escpos: {
    ...{ cp437: 0, cp850: 2, cp852: 18, cp858: 19, cp866: 17, cp1250: 45, cp1251: 46, cp1252: 16 },
    ...{ cp1253: 47, cp1254: 48, iso88592: 39, iso88597: 15, iso885915: 40 },
  },
  "star-line": { cp437: 1, cp858: 4, cp852: 5, cp866: 10, cp1250: 33, cp1251: 34, cp1252: 32 },
};

/** The model with those of its pages that the virtual printer has under the same number. */
function testable(model: PrinterModel, hanzi: boolean): PrinterModel {
  const known = simulated[model.speaks];
  const pages = Object.entries(model.fonts.codePages).filter(([name, n]) => known[name] === n);
  return { ...model, columns: 48, fonts: { hanzi, codePages: Object.fromEntries(pages) } };
}

/** Everything that the tables have a code for but a space, each once. */
function claimed(model: PrinterModel): readonly string[] {
  const all = new Set<string>();
  for (const { codes } of charsetOf(model.fonts).tables) {
    for (const [unit, code] of codes.entries()) {
      if (code > 0x20) all.add(String.fromCharCode(unit));
    }
  }
  return [...all];
}

/** Rows as they are read, each printed as a paragraph of its own. */
function print(model: PrinterModel, rows: readonly string[]) {
  const blocks = rows.map((text) => ({ kind: "text", text }) as const);
  const { lines, unprintable } = new ReceiptEncoder(model).encode({ blocks });
  const isSingleByte = !model.fonts.hanzi;
  const options = { language: model.speaks, isSingleByte, receiveBufferBytes: 1 << 22 };
  const printer = new ReceiptPrinter(options);
  printer.receive(lines.bytes, millis(0));
  for (let due = printer.deadline; due !== null; due = printer.deadline) printer.wake(due);
  const paper = printer.paper.receipts.flatMap((receipt) => receipt.rows);
  const read = paper.flatMap((row) => {
    return row.kind === "text" ? [row.glyphs.map(({ text }) => text).join("")] : [];
  });
  return { read, unprintable, bytes: lines.bytes };
}

/** The two yen signs are one to a font; the paper shows the one that it has. */
const sameYen = (text: string) => text.replaceAll("¥", "￥");

const models = Object.entries(printerCatalog).flatMap(([name, { model }]) => [
  ...(model.fonts.hanzi ? [[name, testable(model, true)] as const] : []),
  [`${name} without hanzi`, testable(model, false)] as const,
]);

describe.each(models)("%s", (_, model) => {
  const characters = claimed(model);

  it("prints every character that its tables claim as itself", () => {
    const rows: string[] = [];
    for (let at = 0; at < characters.length; at += 20) {
      rows.push(`x${characters.slice(at, at + 20).join("")}x`);
    }

    const { read, unprintable } = print(model, rows);

    expect(read.map(sameYen)).toEqual(rows.map(sameYen));
    expect(unprintable).toBe("");
  });

  it("prints any mixture of them, in any order", () => {
    const character = fc.constantFrom(...characters, "a", "é", "я", "中").filter((each) => {
      return characters.includes(each);
    });
    const row = fc.array(character, { minLength: 1, maxLength: 24 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        expect(print(model, rows).read.map(sameYen)).toEqual(rows.map(sameYen));
      }),
      { numRuns: 25 },
    );
  });

  it("says aloud what it has not", () => {
    const { read, unprintable } = print(model, ["a\u0e01b"]);

    expect(read).toEqual(["a?b"]);
    expect(unprintable).toBe("\u0e01");
  });
});

describe("the mode of a printer", () => {
  const { model } = printerCatalog["epson-tm-t20iii"];
  const latin: PrinterModel = { ...model, fonts: { ...model.fonts, hanzi: false } };
  const bytesOf = (each: PrinterModel, rows: readonly string[]) => toHex(print(each, rows).bytes);

  it("never hears of hanzi where there are none, and of a page only when it changes", () => {
    const hex = bytesOf(latin, ["Crème brûlée", "Crème", "Борщ 1", "Борщ 2", "a"]);

    expect(hex).not.toContain("1c 26");
    // ESC t 16, Windows 1252; then 17, code page 866.
    expect(hex.match(/1c 2e|1b 74 ../g)).toEqual(["1c 2e", "1b 74 10", "1b 74 11"]);
  });

  it("goes to a page for what the hanzi lack, and back before the next row", () => {
    const hex = bytesOf(model, ["中文", "Piñata", "中文", "ñ"]);

    expect(hex.match(/1c 26|1c 2e|1b 74 ..|0a/g)).toEqual([
      ...["1c 26", "0a"],
      ...["1c 2e", "1b 74 10", "0a"],
      ...["1c 26", "0a"],
      ...["1c 2e", "0a"],
    ]);
  });
});
