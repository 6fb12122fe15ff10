import { describe, expect, test } from "vitest";
import type { Beginning } from "#test/support/shop.ts";
import { readInput } from "#test/support/table-inputs.ts";
import { openTill } from "#test/support/till.ts";
import { customerPicture } from "./customer-display.ts";

function picture(from: Beginning, rows: readonly string[]) {
  const till = openTill(from);
  for (const row of rows) till.put(readInput(row, till));
  const { upper, lower, figures } = customerPicture(till.terminal);
  return { upper, lower, figures: figures.map(({ meaning, amount }) => `${meaning} ${amount}`) };
}

const water = "scan 6901234567892";
const apples = "scan 2112345012346";

describe("what the customer sees", () => {
  test.each<[string, string[], string, string, string[]]>([
    ["a welcome before the first article", [], "      WELCOME", "", []],
    [
      "the article just added, and the total",
      ["scan 4006381333931", water],
      "Water           2.00",
      "TOTAL          11.90",
      ["price 2.00", "total 11.90"],
    ],
    [
      "how many, when there is more than one",
      [water, water],
      "2x Water        4.00",
      "TOTAL           4.00",
      ["price 2.00", "total 4.00"],
    ],
    [
      "the weight of weighed goods; the price is the kilogram's",
      [apples],
      "1.234kg Apples 15.80",
      "TOTAL          15.80",
      ["price 12.80", "total 15.80"],
    ],
    ["the amount due", [water, "pay"], "     PLEASE PAY", "TOTAL           2.00", ["total 2.00"]],
    [
      "what was received, and the change",
      [water, "cash 10.00"],
      "RECEIVED       10.00",
      "CHANGE          8.00",
      ["received 10.00", "change 8.00"],
    ],
    [
      "the welcome again after the last line was taken back",
      [water, "remove 1"],
      "      WELCOME",
      "",
      [],
    ],
  ])("is %s", (_, rows, upper, lower, figures) => {
    expect(picture("signed on", rows)).toEqual({ upper, lower, figures });
  });

  test("is that the counter is closed while nobody is signed on", () => {
    expect(picture("signed off", []).upper).toBe("   COUNTER CLOSED");
  });

  test("is nothing before the terminal is activated, and a test while it is tested", () => {
    expect(picture("not activated", [])).toEqual({ upper: "", lower: "", figures: [] });
    expect(picture("test transaction", []).figures).toHaveLength(4);
  });

  test.each([
    ["Café Latte 250 ml", "Cafe Latte      1.00"],
    ["UHT Milk 250 ml × 12", "UHT Milk 250 ml 1.00"],
    ["Extraordinarilylongname", "Extraordinarily 1.00"],
    ["茶", "777             1.00"],
  ])("is %s as far as twenty columns of ASCII go", (nameEn, upper) => {
    const till = openTill("signed on");
    till.put(readInput("scan 6901234567892", till));
    const { sale } = till.terminal;
    const [line] = sale?.lines ?? [];
    if (sale === null || line === undefined) throw new Error("a line was added");
    const lines = [{ ...line, nameEn, plu: "777", amount: 100 }];

    expect(customerPicture({ ...till.terminal, sale: { ...sale, lines } }).upper).toBe(upper);
  });
});
