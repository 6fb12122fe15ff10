import { expect } from "vitest";
import type { Till } from "#test/support/till.ts";

const numbers = (slip: string) => [...new Set(slip.match(/单号 (\d\d-\d{6})/g) ?? [])];
const isCopy = (slip: string) => slip.includes("副本 COPY");
/** Where nothing cuts, a hand tears at the gap. */
const gap = /\n{4,}/;
/** The last words of every receipt of this shop. */
const isWhole = (slip: string) => slip.includes("谢谢惠顾");

/**
 * What lies on the counter at the end: every sale on paper, as its one original or, where nobody
 * can know what became of it, as a copy that says so; and never two sales on one slip.
 *
 * @returns how many copies there are
 */
export function slipsTellTheTruth(
  counter: {
    readonly slips: readonly string[];
    readonly till: Till;
    readonly log: readonly string[];
  },
  when: string,
): { copies: number } {
  const slips = counter.slips
    .flatMap((slip) => slip.split(gap))
    .filter((slip) => slip.replace(/\[.*cut\]/, "").trim() !== "");
  const sales = counter.till.entries.flatMap(({ fact }) =>
    fact.type === "sale.completed" ? [`单号 ${fact.receiptNumber}`] : [],
  );
  const story = `${when}\n${slips.join("~~~~\n")}${counter.log.join("\n")}`;
  for (const slip of slips) expect(numbers(slip).length, story).toBeLessThanOrEqual(1);
  let copies = 0;
  for (const sale of sales) {
    const own = slips.filter((slip) => slip.includes(sale));
    const originals = own.filter((slip) => !isCopy(slip));
    expect(originals.length, story).toBeLessThanOrEqual(1);
    expect(own.filter(isWhole).length, story).toBeGreaterThanOrEqual(1);
    copies += own.length - originals.length;
  }
  expect(counter.till.terminal.jobs, story).toEqual([]);
  return { copies };
}
