import { expect, it } from "vitest";
import { hanzi } from "#drivers/printers/charset.ts";
import { readablePrintable } from "#test/support/readable-layout.ts";

it("has the codes of the standard", () => {
  const { codes } = hanzi();
  const codeOf = (character: string) => codes[character.charCodeAt(0)];

  expect(codeOf("啊")).toBe(0xb0a1);
  expect(codeOf("￥")).toBe(0xa3a4);
  expect(codeOf("¥")).toBe(0xa3a4);
  expect(codeOf("~")).toBe(0x7e);
  expect(codeOf("\t")).toBe(0x20);
  expect(codeOf("\u001b")).toBe(0);
});

it("holds exactly the characters that the slow, readable way prints", () => {
  const { codes } = hanzi();
  const differing: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const character = String.fromCharCode(unit);
    // What normalization changes or drops has no code of its own; `printable` sees to it.
    if (character.normalize("NFC") !== character) continue;
    const { text, replaced } = readablePrintable(character);
    const isPrinted = text !== "" && replaced.length === 0;
    if (isPrinted !== (codes[unit] !== 0)) differing.push(unit.toString(16));
  }
  expect(differing).toEqual([]);
});
