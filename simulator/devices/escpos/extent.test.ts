import { describe, expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { COMMAND_BYTES_MAX, type Token, Tokenizer } from "../printing/tokenizer.ts";
import { extentOf } from "./extent.ts";

function tokens(hex: string): Token[] {
  const tokenizer = new Tokenizer(extentOf);
  return [...fromHex(hex)].map((byte) => tokenizer.push(byte)).filter((token) => token !== null);
}

describe("a command ends where the manual says, and the A behind it is a character", () => {
  test.each([
    ["ESC @", "1b 40"],
    ["ESC p", "1b 70 00 19 fa"],
    ["ESC D runs to NUL", "1b 44 08 10 18 00"],
    ["ESC * 24 dots", "1b 2a 21 02 00 01 02 03 04 05 06"],
    ["FS !", "1c 21 0c"],
    ["GS V 0", "1d 56 00"],
    ["GS V B", "1d 56 42 60"],
    ["GS k form A", "1d 6b 02 36 39 30 00"],
    ["GS k form B", "1d 6b 43 03 36 39 30"],
    ["GS v 0", "1d 76 30 00 02 00 02 00 01 02 03 04"],
    ["GS ( k", "1d 28 6b 03 00 31 51 30"],
    ["GS ( H", "1d 28 48 06 00 30 30 31 32 33 34"],
    ["GS 8 L", "1d 38 4c 02 00 00 00 30 32"],
    ["GS V reserved", "1d 56 61 1e"],
    ["GS *", "1d 2a 01 01 01 02 03 04 05 06 07 08"],
    ["GS g", "1d 67 32 00 14 00"],
    ["ESC ( A", "1b 28 41 04 00 30 01 02 03"],
    ["ESC B", "1b 42 02 03"],
    ["FS q", "1c 71 01 01 00 01 00 01 02 03 04 05 06 07 08"],
    ["FS q of two", "1c 71 02 01 00 01 00 01 02 03 04 05 06 07 08 00 00 01 00"],
    ["FS q of none", "1c 71 00"],
    ["FS p", "1c 70 01 00"],
    ["DLE EOT", "10 04 01"],
    ["DLE EOT 7", "10 04 07 01"],
    ["DLE DC4 pulse", "10 14 01 00 01"],
    ["DLE DC4 buzzer", "10 14 03 01 00 01 02 03"],
    ["an unknown one is two bytes", "1d 7f"],
  ])("%s", (_name, hex) => {
    const [command, character, ...rest] = tokens(`${hex} 41`);

    expect(command?.kind === "command" && toHex(command.bytes)).toBe(hex);
    expect(character).toEqual({ kind: "character", byte: 0x41 });
    expect(rest).toEqual([]);
  });
});

test("a picture too large to hold is passed over without being kept", () => {
  const tokenizer = new Tokenizer(extentOf);
  // 65535 bytes a row, 17 rows.
  for (const byte of fromHex("1d 76 30 00 ff ff 11 00")) tokenizer.push(byte);

  let last: Token | null = null;
  for (let count = 0; count < 65_535 * 17; count += 1) last = tokenizer.push(0);

  expect(last).toMatchObject({ kind: "oversized", length: 8 + 65_535 * 17 });
  expect(8 + 65_535 * 17).toBeGreaterThan(COMMAND_BYTES_MAX);
  expect(tokenizer.push(0x41)).toEqual({ kind: "character", byte: 0x41 });
});

test("logos too large to hold are passed over as soon as that is known", () => {
  const tokenizer = new Tokenizer(extentOf);
  // Ten of 8 x 1023 columns and 288 bytes: the first alone is more than there is room for.
  for (const byte of fromHex("1c 71 0a ff 03 20 01")) tokenizer.push(byte);

  let last: Token | null = null;
  for (let count = 0; count < 8 * 1023 * 288; count += 1) last = tokenizer.push(0);

  expect(last).toMatchObject({ kind: "oversized" });
  expect(tokenizer.pending).toBe(0);
});
