import { expect, it } from "vitest";
import { frameEscpos, processMark } from "#drivers/printers/escpos-answers.ts";
import { fromHex } from "#test/support/hex.ts";

it.each([
  ["37 22 30 30 30 31", { type: "mark", mark: processMark("0001"), bytes: 0 }],
  ["37 23 40", { type: "unknown", bytes: 4 }],
  ["5f 22 30 30 30 31", { type: "mark", mark: "information", bytes: 7, text: '"0001' }],
])("a block of %s that ends is read by its first two bytes", (hex, said) => {
  expect(frameEscpos([...fromHex(hex)], 0)).toEqual({ does: "say", said });
});

it("asks to begin anew where a status is cut short by another", () => {
  expect(frameEscpos([0x10, 0x00], 0x12)).toEqual({ does: "restart" });
  expect(frameEscpos([], 0xff)).toEqual({ does: "drop" });
});
