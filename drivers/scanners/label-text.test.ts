import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { labelText } from "#drivers/scanners/label-text.ts";
import { fromHex } from "#test/support/hex.ts";

describe("the bytes of a label", () => {
  it("are UTF-8 where they can be", () => {
    expect(labelText(new TextEncoder().encode("会员 42 ✓"))).toBe("会员 42 ✓");
  });

  it("are GB18030 in older Chinese QR codes", () => {
    expect(labelText(iconv.encode("会员 42", "gb18030"))).toBe("会员 42");
  });

  it("may hold GS1 separators and ISO 15434 envelopes", () => {
    expect(labelText(fromHex("5b 29 3e 1e 30 36 1d 31 1e 04"))).toBe(
      "[)>\u001e06\u001d1\u001e\u0004",
    );
  });

  it.each([
    ["NUL bytes of a line break", "00 00 00"],
    ["an EAN read at half the speed", "e6 00 9e f8 78"],
    ["escape", "1b 40"],
    ["an unfinished character", "41 ff"],
  ])("are no text when they are %s", (_, hex) => {
    expect(labelText(fromHex(hex))).toBeNull();
  });
});
