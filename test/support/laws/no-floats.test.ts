import { expect, test } from "vitest";
import { judge } from "./laws.ts";
import { noFloatsInMoney } from "./no-floats.ts";

const instead = "round in money.ts, tax.ts or quantity.ts and call it from here";

test.each([
  ["const yuan = fen / 100;", "operator /"],
  ["fen %= 100;", "operator %="],
  ['const fen = parseFloat("1.2");', "parseFloat"],
  ['const fen = Number.parseFloat("1.2");', "Number.parseFloat"],
  ["const text = yuan.toFixed(2);", "yuan.toFixed"],
  ["const fen = Math.round(price);", "Math.round"],
])("the core may not say %s", (text, found) => {
  expect(judge(noFloatsInMoney, { "state/basket.ts": text })).toEqual([
    `state/basket.ts:1: law 7: ${found}: ${instead}`,
  ]);
});

test.each([
  ["state/base/money.ts", "const yuan = fen / 100;"],
  ["state/barcode.ts", "const digit = sum % 10;"],
  ["state/basket.ts", "const slash = /a/; // a / b"],
  ["state/basket.test.ts", "const yuan = fen / 100;"],
  ["simulator/paper.ts", "const half = width / 2;"],
])("%s may say %s", (path, text) => {
  expect(judge(noFloatsInMoney, { [path]: text })).toEqual([]);
});
