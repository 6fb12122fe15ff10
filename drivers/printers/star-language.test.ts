import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { starTsp650ii, starTsp650iiGb18030 } from "#drivers/printers/models/star-tsp650ii.ts";
import { ReceiptEncoder } from "#drivers/printers/receipt-encoder.ts";
import { kick } from "#drivers/printers/star-commands.ts";
import type { Block } from "#state/base/document.ts";
import { fromHex, toHex } from "#test/support/hex.ts";

function golden(name: string): string {
  const file = new URL(`../../test/golden/star/${name}/bytes.hex`, import.meta.url);
  return toHex(fromHex(readFileSync(file, "utf8")));
}

const encoder = new ReceiptEncoder(starTsp650ii);
const encode = (block: Block) => encoder.encode({ blocks: [block] });

/** Left, normal size, not bold; then the page. */
const plain = "1b 1d 61 00 1b 69 00 00 1b 46";
const opening = `${plain} 1b 1d 74 20`;
const [middle, left] = ["1b 1d 61 01", "1b 1d 61 00"];

describe("Star line mode: bytes typed from the manual", () => {
  it.each([
    ["latin-line", { kind: "text", text: "Crème" }, plain, ""],
    ["ean13", { kind: "barcode", symbology: "ean13", data: "6901234567892" }, middle, left],
    ["code128", { kind: "barcode", symbology: "code128", data: "R-1" }, middle, left],
    ["code128-percent", { kind: "barcode", symbology: "code128", data: "5%" }, middle, left],
    ["qr", { kind: "qr", data: "hi" }, middle, left],
    ["big-and-bold", { kind: "text", text: "HI", size: "double", bold: true, align: "center" }],
  ] as const)("agree for %s", (name, block, before = "", after = "") => {
    const around = before === plain ? plain : `${opening} ${before}`.trim();

    const hex = toHex(encode(block).lines.bytes);

    expect(hex).toBe(`${around} ${golden(name)} ${after}`.trim());
  });

  it("agree for the cut and the kick", () => {
    expect(toHex(encode({ kind: "rule" }).cut.bytes)).toBe(golden("cut"));
    const bytes = kick({ pin: 2, onMs: 50 }).flatMap((command) => [...command.bytes]);
    expect(toHex(Uint8Array.from(bytes))).toBe(golden("kick"));
  });
});

describe("a Star in the West", () => {
  it("replaces hanzi and says so, and never hears of them", () => {
    const { lines, unprintable } = encode({ kind: "text", text: "茶 tea" });

    expect(unprintable).toBe("茶");
    expect(toHex(lines.bytes)).toBe(`${opening} 3f 20 74 65 61 0a`);
  });
});

describe("a Star in China", () => {
  const chinese = new ReceiptEncoder(starTsp650iiGb18030);
  const write = (text: string) => chinese.encode({ blocks: [{ kind: "text", text }] });

  it("prints hanzi as they are: no command says that they come, none selects a page", () => {
    expect(toHex(write("小店 A1").lines.bytes)).toBe(`${plain} ${golden("hanzi-line")}`);
  });

  it("says aloud what GB 18030 has no two bytes for", () => {
    const { lines, unprintable } = write("π ก €");

    expect(unprintable).toBe("ก");
    expect(toHex(lines.bytes)).toBe(`${plain} a6 d0 20 3f 20 a2 e3 0a`);
  });
});
