import { describe, expect, test } from "vitest";
import { items } from "#test/support/shop.ts";
import { readInput } from "#test/support/table-inputs.ts";
import { openTill } from "#test/support/till.ts";
import { saleView } from "./project-sale.ts";
import type { SaleView } from "./view.ts";

/** The sale on the screen after these rows of the tables' language. */
function saleAfter(...rows: string[]): SaleView {
  const till = openTill("signed on");
  for (const row of rows) till.put(readInput(row, till));
  return saleView(till.terminal);
}

describe("a sale", () => {
  const water = "scan 6901234567892";
  const apples = "key 12345 1.234";
  const idle: SaleView = {
    phase: "idle",
    lines: [],
    pieces: 0,
    total: 0,
    taxes: [],
    quickCash: [],
    receiptNumber: null,
    tendered: 0,
    change: 0,
    canReprint: false,
  };

  test("not begun is empty, and there is nothing to print again", () => {
    expect(saleAfter()).toEqual(idle);
  });

  test("under way shows each line, its pieces, its total and the tax inside by rate", () => {
    const sale = saleAfter(water, "times 1 3", apples);

    expect(sale).toMatchObject({ phase: "items", pieces: 4, total: 600 + 1580, quickCash: [] });
    expect(sale.lines).toEqual([
      {
        lineNo: 1,
        name: { zh: "矿泉水", en: "Water" },
        code: "6901234567892",
        quantity: 3000,
        unit: "EA",
        unitPrice: 200,
        amount: 600,
      },
      {
        lineNo: 2,
        name: { zh: "红富士苹果", en: "Apples" },
        code: "12345",
        quantity: 1234,
        unit: "KGM",
        unitPrice: 1280,
        amount: 1580,
      },
    ]);
    expect(sale.taxes).toEqual([
      { rate: 1300, amount: 69 },
      { rate: 900, amount: 130 },
    ]);
  });

  test("being paid offers cash amounts, the exact one first; elsewhere there are none", () => {
    const tendering = saleAfter(water, "pay");

    expect(tendering).toMatchObject({ phase: "tendering", total: 200 });
    expect(tendering.quickCash).toEqual([200, 500, 1000, 2000, 5000]);
    expect(saleAfter(water, "pay", "back")).toMatchObject({ phase: "items", quickCash: [] });
  });

  test("paid shows the change, and its receipt can be printed again", () => {
    const sale = saleAfter(water, "pay", "cash 5.00");

    expect(sale).toMatchObject({
      phase: "completed",
      total: 200,
      tendered: 500,
      change: 300,
      quickCash: [],
      receiptNumber: "01-000001",
      canReprint: true,
    });
    expect(sale.lines).toHaveLength(1);
  });

  test("begun after a paid one forgets its change but not its receipt", () => {
    const sale = saleAfter(water, "pay", "cash 5.00", water);

    expect(sale).toMatchObject({ phase: "items", receiptNumber: null, tendered: 0, change: 0 });
    expect(sale.canReprint).toBe(true);
  });

  test("dropped leaves nothing behind", () => {
    expect(saleAfter(water, "cancel")).toEqual(idle);
  });

  test("shows every article of the shop by both its names", () => {
    const sellable = items.filter(({ unit }) => unit === "EA").slice(0, 4);

    const { lines } = saleAfter(...sellable.map(({ plu }) => `key ${plu}`));

    expect(lines.map(({ name }) => name)).toEqual(
      sellable.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
    );
  });
});
