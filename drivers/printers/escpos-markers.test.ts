import { expect, it } from "vitest";
import { FENCE } from "#drivers/printers/escpos-answers.ts";
import { fences, ProcessIds } from "#drivers/printers/escpos-markers.ts";
import { toHex } from "#test/support/hex.ts";

it("asks with GS r, or with GS ( H and an id that the answer repeats", () => {
  expect(toHex(fences.next().ask)).toBe("1d 72 01");
  expect(fences.next().answer).toBe(FENCE);
  expect(toHex(new ProcessIds(1).next().ask)).toBe("1d 28 48 06 00 30 30 30 30 30 31");
});
