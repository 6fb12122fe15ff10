import fc from "fast-check";
import { expect, test } from "vitest";
import { topUsages } from "#drivers/discovery/report-descriptor.ts";
import { fromHex } from "#test/support/hex.ts";

test.each([
  ["a HID-POS scanner", "05 8c 09 02 a1 01 85 02 09 ff 81 02 c0", [{ page: 0x8c, usage: 2 }]],
  ["a maker's page", "06 a0 ff 09 01 a1 01 c0", [{ page: 0xffa0, usage: 1 }]],
  ["a usage with its own page", "0b 02 00 8c 00 a1 01 c0", [{ page: 0x8c, usage: 2 }]],
  [
    "a keyboard beside a consumer control, with a collection inside",
    "05 01 09 06 a1 01 05 07 09 01 a1 02 c0 c0 05 0c 09 01 a1 01 c0",
    [
      { page: 1, usage: 6 },
      { page: 12, usage: 1 },
    ],
  ],
  ["a long item passed over", "fe 02 10 aa bb 05 8c 09 02 a1 01 c0", [{ page: 0x8c, usage: 2 }]],
  ["a descriptor cut short", "05 8c 09 02 a1", []],
])("the top collections of %s", (_, hex, expected) => {
  expect(topUsages(fromHex(hex))).toEqual(expected);
});

test("any bytes are borne", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(topUsages(bytes).length).toBeLessThanOrEqual(64);
    }),
  );
});
