import { expect, test } from "vitest";
import { fromHex } from "#test/support/hex.ts";
import { code128 } from "./code128.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("code set B: start, data, check symbol, stop", () => {
  // ISO/IEC 15417: start B 211214, A (33) 111323, check (104 + 33) mod 103 = 34: 131123, stop.
  const widths = "211214" + "111323" + "131123" + "2331112";
  const drawn = [...widths].map((width, index) => (index % 2 === 0 ? "1" : "0").repeat(+width));

  expect(code128(bytes("{BA"))).toEqual({ pattern: drawn.join(""), text: "A" });
});

test("code set C holds two digits in each byte", () => {
  expect(code128(fromHex("7b 43 0c 22 38"))?.text).toBe("123456");
  expect(code128(fromHex("7b 43 64"))).toBeNull();
});

test("sets change in mid-symbol and a brace is written twice", () => {
  expect(code128(fromHex("7b 42 4e 6f 7b 43 07"))?.text).toBe("No07");
  expect(code128(bytes("{Ba{{b"))?.text).toBe("a{b");
});

test.each([
  ["no code set first", "1234"],
  ["an empty symbol", "{B"],
  ["small letters in set A", "{Aabc"],
  ["an unknown brace code", "{B{x"],
])("refuses %s", (_name, text) => {
  expect(code128(bytes(text))).toBeNull();
});

test("every symbol is eleven modules wide, so a wrong table entry would show", () => {
  for (let byte = 0x20; byte < 0x7b; byte += 1) {
    expect(code128(Uint8Array.of(0x7b, 0x42, byte))?.pattern).toHaveLength(3 * 11 + 13);
  }
  for (let pair = 0; pair < 100; pair += 1) {
    expect(code128(Uint8Array.of(0x7b, 0x43, pair))?.pattern).toHaveLength(3 * 11 + 13);
  }
});
