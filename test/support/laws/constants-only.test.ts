import { expect, test } from "vitest";
import { constantsOnly } from "./constants-only.ts";
import { judge } from "./laws.ts";

test.each([
  ["export function cut() {}", "move the function out"],
  ["export const cut = () => [0x1d];", "move the function out"],
  ["export class Cutter { cut() {} }", "move the class out"],
  ["export let LF = 0x0a;", "say const, not let"],
])("a wire file may not say %s", (text, advice) => {
  expect(judge(constantsOnly, { "drivers/wire/escpos.ts": text })).toEqual([
    `drivers/wire/escpos.ts:1: law 4: drivers/wire holds constants: ${advice}`,
  ]);
});

test("a wire file holds constants and types", () => {
  const text = "export const LF = 0x0a;\nexport type Pin = (level: number) => void;";

  expect(judge(constantsOnly, { "drivers/wire/escpos.ts": text })).toEqual([]);
});

test("functions are welcome everywhere else", () => {
  expect(judge(constantsOnly, { "drivers/driver.ts": "export function open() {}" })).toEqual([]);
});
