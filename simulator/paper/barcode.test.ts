import { describe, expect, test } from "vitest";
import { checkDigit, ean8, ean13, upcA } from "./barcode.ts";

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
