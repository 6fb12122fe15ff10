import { expect, test } from "vitest";
import { ssiType } from "#drivers/scanners/ssi-types.ts";

test.each([
  [0x0b, 104],
  [0x16, 104],
  [0x09, 102],
  [0x0f, 120],
  [0x32, 132],
  [0x2d, 206],
  [0x48, 111],
  [0x4b, 119],
  [0x8b, 119],
  [0x8a, 118],
  [0xc1, 208],
  [0xc2, 209],
  [0x05, undefined],
])("SSI code type %i is %s", (code, type) => {
  expect(ssiType(code)).toBe(type);
});
