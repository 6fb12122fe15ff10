import { expect, it } from "vitest";
import { charsetOf } from "#drivers/printers/charset.ts";
import { readablePrintable } from "#test/support/readable-layout.ts";

const chinese = charsetOf({ hanzi: true, codePages: {} });

it("has the codes of the standard", () => {
  const [{ codes }] = chinese.tables;
  const codeOf = (character: string) => codes[character.charCodeAt(0)];

  expect(codeOf("啊")).toBe(0xb0a1);
  expect(codeOf("￥")).toBe(0xa3a4);
  expect(codeOf("¥")).toBe(0xa3a4);
  expect(codeOf("~")).toBe(0x7e);
  expect(codeOf("\t")).toBe(0x20);
  expect(codeOf("\u001b")).toBe(0);
});

it("holds exactly the characters that the slow, readable way prints", () => {
  const [{ codes }] = chinese.tables;
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

it("has the codes of a page, and the narrow yen for the wide one", () => {
  const { tables } = charsetOf({ hanzi: false, codePages: { cp858: 19, cp866: 17 } });
  const codeOf = (table: number, character: string) => {
    return tables[table]?.codes[character.charCodeAt(0)];
  };

  expect(tables.map(({ page }) => page)).toEqual([19, 17]);
  expect(codeOf(0, "é")).toBe(0x82);
  expect(codeOf(0, "€")).toBe(0xd5);
  expect(codeOf(0, "￥")).toBe(0xbe);
  expect(codeOf(0, "я")).toBe(0);
  expect(codeOf(1, "я")).toBe(0xef);
});

it("holds the page of every maker where a printer names none", () => {
  const { tables } = charsetOf({ hanzi: false, codePages: {} });

  expect(tables).toEqual(charsetOf({ hanzi: false, codePages: { cp437: 0 } }).tables);
});
