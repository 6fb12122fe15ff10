import { expect, test } from "vitest";
import { codabar, code39, itf, upcE } from "./more-barcodes.ts";

test.each([
  ["042100005264", "04252614"],
  ["01234500006", "01234565"],
])("UPC-E shortens %s to %s, 51 modules", (data, text) => {
  expect(upcE(data)).toMatchObject({ text });
  expect(upcE(data)?.pattern).toMatch(/^101[01]{42}010101$/);
});

test("UPC-E draws the manual's number by the parity of its check digit", () => {
  // 0 425261 4: parity E O E E O O of check digit 4.
  expect(upcE("042100005264")?.pattern).toBe(
    "101" + "0011101" + "0010011" + "0111001" + "0011011" + "0101111" + "0011001" + "010101",
  );
});

test.each(["042100005265", "123456789012", "01234567890", "0123"])("UPC-E has no %s", (data) => {
  expect(upcE(data)).toBeNull();
});

test("Codabar draws start, digits and stop with narrow gaps", () => {
  expect(codabar("A1B")).toEqual({
    pattern: "1011100010001" + "0" + "1010111000" + "1" + "0" + "1000100010111",
    text: "A1B",
  });
  expect(codabar("123")).toBeNull();
});

test("Code 39 adds start and stop, and refuses what it cannot hold", () => {
  // ISO/IEC 16388: * is nwnnwnwnn, wide is three modules.
  expect(code39("A")?.text).toBe("*A*");
  expect(code39("*A*")?.pattern).toBe(code39("A")?.pattern);
  expect(code39("A")?.pattern.startsWith("1000101110111010")).toBe(true);
  expect(code39("a")).toBeNull();
});

test("ITF takes pairs of digits only", () => {
  // ISO/IEC 16390: start nnnn, bars of 1 wnnnw, gaps of 2 nwnnw, stop wnn; wide is two modules.
  expect(itf("12")?.pattern).toBe("1010" + "11010010101100" + "1101");
  expect(itf("123")).toBeNull();
});
