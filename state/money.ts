import { type Minor, minor } from "./base/units.ts";

/** Arithmetic on integer minor units. There is no other rounding in the house. */

/**
 * `amount × numerator ÷ denominator`, rounded half away from zero. Exact: BigInt inside.
 *
 * @param denominator greater than zero
 */
export function scale(amount: number, numerator: number, denominator: number): Minor {
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const half = product < 0n ? -divisor : divisor;
  return minor(Number((product * 2n + half) / (divisor * 2n)));
}

export function sum(amounts: Iterable<number>): Minor {
  let total = 0;
  for (const amount of amounts) total += amount;
  return minor(total);
}

/**
 * Splits `amount` over `weights` so that the shares sum exactly: floors first, then the units
 * left over go to the largest remainders, ties to the earlier one. A zero weight gets nothing.
 *
 * @param amount may be negative: its absolute value is split and the shares negated
 * @param weights zero or more each; when all are zero the shares are zero and `amount` must be 0
 */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  const whole = BigInt(Math.abs(amount));
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (total === 0n) {
    if (amount !== 0) throw new RangeError("nothing to allocate to");
    return weights.map(() => minor(0));
  }
  const shares = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, floor: product / total, remainder: product % total };
  });
  let left = whole - shares.reduce((all, share) => all + share.floor, 0n);
  const byRemainder = [...shares].sort(
    (a, b) => Number(b.remainder - a.remainder) || a.index - b.index,
  );
  for (const share of byRemainder) {
    if (left === 0n) break;
    share.floor += 1n;
    left -= 1n;
  }
  const sign = amount < 0 ? -1 : 1;
  return shares.map((share) => minor(Number(share.floor) * sign || 0));
}

/** `1234` → `12.34`, for a currency of two decimals. */
export function format(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
