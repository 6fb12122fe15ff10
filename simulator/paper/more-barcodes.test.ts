import { expect, test } from "vitest";
import { codabar, upcE } from "./more-barcodes.ts";

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
