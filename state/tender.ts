import { minor } from "./base/units.ts";
import { scale } from "./money.ts";

/** Cash over the counter. Amounts in fen. */

/** Notes of the renminbi worth a button, in fen. */
const notes = [500, 1000, 2000, 5000, 10_000] as const;

/** More change than this is a slip of the finger, not a payment. */
export const largestChange = minor(100_000);

/**
 * Amounts a customer is likely to hand over: the exact one, then the next multiple of each note.
 *
 * @param due in fen
 * @returns at most five, rising; none when nothing is due
 */
export function quickCash(due: number): number[] {
  if (due <= 0) return [];
  const rounded = notes.map((note) => ceilTo(due, note)).filter((amount) => amount > due);
  return [...new Set([due, ...rounded])].sort((a, b) => a - b).slice(0, 5);
}

/** The next multiple of `step` that is not below `amount`. */
function ceilTo(amount: number, step: number): number {
  const down = scale(amount, 1, step) * step;
  return down < amount ? down + step : down;
}
