import { describe, expect, test } from "vitest";
import { checkDigit, code39, ean8, ean13, itf, upcA } from "./barcode.ts";

describe("check digits", () => {
  test.each([
    ["690123456789", "2"],
    ["400638133393", "1"],
    ["9638507", "4"],
    ["04210000526", "4"],
    ["0950600013435", "2"],
  ])("%s takes %s", (digits, check) => {
    expect(checkDigit(digits)).toBe(check);
  });
});

test("EAN-13 draws guards, the first digit as parities, and 95 modules", () => {
  const bars = ean13("6901234567892");

  // By hand from the GS1 tables: 6 is LGGGLL; 9 L 0001011, 0 G 0100111, 1 G 0110011, …
  expect(bars?.pattern).toBe(
    "101" +
      "0001011" +
      "0100111" +
      "0110011" +
      "0011011" +
      "0111101" +
      "0100011" +
      "01010" +
      "1001110" +
      "1010000" +
      "1000100" +
      "1001000" +
      "1110100" +
      "1101100" +
      "101",
  );
});

test("a missing check digit is added, a wrong one is refused", () => {
  expect(ean13("690123456789")?.text).toBe("6901234567892");
  expect(ean13("6901234567890")).toBeNull();
  expect(ean8("9638507")?.text).toBe("96385074");
  expect(ean8("96385070")).toBeNull();
  expect(upcA("04210000526")?.text).toBe("042100005264");
  expect(ean13("69012345678a")).toBeNull();
});

test("EAN-8 has 67 modules and UPC-A the bars of an EAN-13 with a leading 0", () => {
  expect(ean8("96385074")?.pattern).toHaveLength(67);
  expect(upcA("042100005264")?.pattern).toBe(ean13("0042100005264")?.pattern);
});

test("Code 39 adds start and stop, and refuses what it cannot hold", () => {
  expect(code39("A")?.text).toBe("*A*");
  expect(code39("*A*")?.pattern).toBe(code39("A")?.pattern);
  expect(code39("A")?.pattern.startsWith("1000101110111010")).toBe(true);
  expect(code39("a")).toBeNull();
});

test("every character of Code 39 has three wide elements of nine", () => {
  for (const character of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%") {
    const runs = (code39(character)?.pattern.slice(16, 31) ?? "").match(/1+|0+/g) ?? [];
    expect([character, runs.filter((run) => run.length === 3).length]).toEqual([character, 3]);
  }
});

test("ITF takes pairs of digits only", () => {
  expect(itf("12")?.pattern).toBe(`1010${"111010001010111000".slice(0, 18)}11101`);
  expect(itf("123")).toBeNull();
});
