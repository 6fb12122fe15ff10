import { type Minor, minor } from "./base/units.ts";
import { scale } from "./money.ts";

/** The tax inside the goods of one rate. */
export interface TaxGroup {
  /** Basis points: 1300 is 13 %. */
  readonly rate: number;
  /** What was paid for goods of this rate, tax included. */
  readonly gross: Minor;
  readonly tax: Minor;
}

/** Tax contained in a price: 113.00 at 13 % holds 13.00. */
export function taxWithin(gross: Minor, rate: number): Minor {
  return scale(gross, rate, 10_000 + rate);
}

/** Tax by rate on the sale's whole amount, highest rate first: one rounding a rate. */
export function taxGroups(
  lines: readonly { readonly amount: number; readonly taxRate: number }[],
): TaxGroup[] {
  const gross = new Map<number, number>();
  for (const line of lines) gross.set(line.taxRate, (gross.get(line.taxRate) ?? 0) + line.amount);
  return [...gross]
    .sort(([a], [b]) => b - a)
    .map(([rate, amount]) => ({
      rate,
      gross: minor(amount),
      tax: taxWithin(minor(amount), rate),
    }));
}
