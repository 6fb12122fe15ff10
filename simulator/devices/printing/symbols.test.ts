import { expect, test } from "vitest";
import { paperDots } from "#simulator/paper/paper-dots.ts";
import { paperText } from "#simulator/paper/paper-text.ts";
import { toHex } from "#test/support/hex.ts";
import { PrinterTable } from "#test/support/printer-table.ts";
import { readCodes } from "#test/support/read-codes.ts";

const hex = (text: string) => toHex(Buffer.from(text, "latin1"));

/** Centred, `GS w 2`, `GS h 60`, `GS k m n data`, cut. */
function barcode(m: number, data: string): string {
  const head = hex(String.fromCharCode(m, data.length));
  return `1b 61 01 1d 77 02 1d 68 3c 1d 6b ${head} ${hex(data)} 1d 56 00`;
}

async function printAndRead(job: string) {
  const table = new PrinterTable();
  table.host(job);
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  const [code] = receipt === undefined ? [] : await readCodes(paperDots(receipt));
  return { code, text: receipt && paperText(receipt).split("\n")[0], events: table.events };
}

test.each([
  [65, "04210000526", "EAN13", "0042100005264", "[upca 042100005264]"],
  [66, "042100005264", "UPCE", "0042100005264", "[upce 04252614]"],
  [67, "690123456789", "EAN13", "6901234567892", "[ean13 6901234567892]"],
  [68, "9638507", "EAN8", "96385074", "[ean8 96385074]"],
  [69, "TEA-1", "Code39", "TEA-1", "[code39 *TEA-1*]"],
  [70, "123456", "ITF", "123456", "[itf 123456]"],
  [71, "A123B", "Codabar", "A123B", "[codabar A123B]"],
  [72, "Tea-1a", "Code93", "Tea-1a", "[code93 Tea-1a]"],
  [73, "{BNo{C\x07\x63", "Code128", "No0799", "[code128 No0799]"],
  [
    74,
    "(01)0950600013435*(10)A{(",
    "Code128",
    "010950600013435210A(",
    "[gs1-128 (01)09506000134352(10)A(]",
  ],
  [74, "10A{1210", "Code128", "10A\x1d210", "[gs1-128 10A210]"],
  [75, "0950600013435", "DataBarOmni", "0109506000134352", "[databar-omni (01)09506000134352]"],
  [
    76,
    "0950600013435",
    "DataBarOmni",
    "0109506000134352",
    "[databar-truncated (01)09506000134352]",
  ],
  [77, "0950600013435", "DataBarLtd", "0109506000134352", "[databar-limited (01)09506000134352]"],
  [
    78,
    "010950600013435210AB",
    "DataBarExp",
    "010950600013435210AB",
    "[databar-expanded (01)09506000134352(10)AB]",
  ],
  [79, "No12^x{{", "Code128", "No12^x{", "[code128 No12^x{]"],
])("GS k %i prints %j as a %s that reads %j", async (m, data, format, read, written) => {
  const { code, text } = await printAndRead(barcode(m, data));

  expect(code).toEqual({ format, text: read });
  expect(text).toBe(written);
});

test.each([
  [70, "123"],
  [72, "\xff"],
  [75, "095060001343"],
  [78, "(01)123"],
  [78, "0\x00\x00"],
  [79, "a{x"],
])("GS k %i prints nothing for %j", async (m, data) => {
  const { events } = await printAndRead(barcode(m, data));

  expect(events).toContain("not printed");
});

test("GS ( k 48: a PDF417 of two columns that reads as stored", async () => {
  const set = (fn: string, n: string) => `1d 28 6b 03 00 30 ${fn} ${n}`;
  const store = "1d 28 6b 08 00 30 50 30 54 65 61 20 37";
  const { code, text } = await printAndRead(
    `1b 61 01 ${set("41", "02")} ${set("43", "02")} ${set("44", "04")} ` +
      `1d 28 6b 04 00 30 45 30 32 ${store} ${set("51", "30")} 1d 56 00`,
  );

  expect(code).toEqual({ format: "PDF417", text: "Tea 7" });
  expect(text).toBe("[pdf417 Tea 7]");
});

test.each([
  ["A", "1d 66 00", 24, 12],
  ["B", "1d 66 01", 17, 9],
  ["C", "1d 66 32", 16, 8],
])("GS f: digits in font %s", (_font, select, height, width) => {
  const table = new PrinterTable({ hasFontC: true });
  table.host(`${select} 1d 68 28 1d 48 02 1d 77 02 1d 6b 44 07 39 36 33 38 35 30 37`);
  table.settle();
  const [receipt] = table.printer.paper.receipts;
  const dots = receipt === undefined ? null : paperDots(receipt);
  const inLabel = (x: number, y: number) => y >= 42 && dots?.isDark(x, y) === true;
  const columns = Array.from({ length: 576 }, (_, x) => x).filter((x) =>
    Array.from({ length: dots?.height ?? 0 }, (_, y) => y).some((y) => inLabel(x, y)),
  );

  expect(receipt?.rows[0]?.heightDots).toBe(40 + 2 + height + 2);
  // Eight digits in the middle of 67 modules of two dots.
  expect(columns[0]).toBeGreaterThanOrEqual(67 - 4 * width);
  expect(columns.at(-1)).toBeLessThan(67 + 4 * width);
  expect(columns.length).toBeGreaterThan(3 * width);
});
