import { describe, expect, it } from "vitest";
import {
  characterOf,
  keyboardLayouts,
  withoutDeadKeys,
} from "#drivers/scanners/keyboard-layout.ts";

const plain = { shift: false, altGr: false, capsLock: false };

describe("a keyboard layout", () => {
  it.each(Object.entries(keyboardLayouts))(
    "%s has one character a place in each row",
    (_, layout) => {
      for (const { plain: keys, shift, altGr = keys } of layout.rows as readonly {
        plain: string;
        shift: string;
        altGr?: string;
      }[]) {
        expect([shift.length, altGr.length]).toEqual([keys.length, keys.length]);
      }
    },
  );

  it.each([
    ["us", 0x04, plain, "a"],
    ["us", 0x2c, plain, " "],
    ["us", 0x58, plain, null],
    ["us", 0x62, { ...plain, shift: true }, "0"],
    ["us", 0x1e, { ...plain, capsLock: true }, "1"],
    ["us", 0x04, { ...plain, capsLock: true }, "A"],
    ["us", 0x04, { ...plain, shift: true, capsLock: true }, "a"],
    ["us", 0x04, { ...plain, altGr: true }, null],
    ["de", 0x1c, plain, "z"],
    ["de", 0x27, { ...plain, altGr: true }, "}"],
    ["de", 0x64, { ...plain, altGr: true }, "|"],
    ["fr", 0x1e, plain, "&"],
    ["fr", 0x1e, { ...plain, capsLock: true }, "1"],
    ["fr", 0x24, { ...plain, altGr: true }, "\u0300"],
    ["fr", 0x35, { ...plain, shift: true }, null],
  ] as const)("%s: usage %i", (name, usage, held, character) => {
    expect(characterOf(keyboardLayouts[name], usage, held)).toBe(character);
  });
});

describe("dead keys", () => {
  it.each([
    [["\u0302", " "], "^"],
    [["\u0302", "e"], "ê"],
    [["\u0302", "x"], "^x"],
    [["\u0302", "\u0302", "a"], "^^a"],
    [["a", "\u0301"], "a´"],
    [["\u0308", "U", "b"], "Üb"],
  ])("%j write %s", (characters, text) => {
    expect(withoutDeadKeys(characters)).toBe(text);
  });
});
