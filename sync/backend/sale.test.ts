import { describe, expect, it } from "vitest";
import { readSale } from "./sale.ts";

describe("reading a sale", () => {
  it.each([
    ["sale.completed", '{"total":990,"more":1}', { total: 990 }],
    ["sale.completed", '{"total":"990"}', null],
    ["sale.completed", "not json", null],
    ["sale.completed", "null", null],
    ["line.added", '{"total":990}', null],
  ])("%s with %s is %j", (kind, body, sale) => {
    expect(readSale({ kind, body })).toEqual(sale);
  });
});
