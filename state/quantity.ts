import type { Minor, Thousandths } from "./base/units.ts";
import { scale } from "./money.ts";

/** What `quantity` of an article costs, rounded half up: ¥12.80/kg × 1.234 kg is ¥15.80. */
export function extend(unitPrice: number, quantity: Thousandths): Minor {
  return scale(unitPrice, quantity, 1000);
}

/** Whether articles sold by the piece can come in this quantity. */
export function isWhole(quantity: number): boolean {
  return quantity % 1000 === 0;
}

/** `2000` → `2`, `1234` → `1.234`. */
export function formatQuantity(quantity: number): string {
  const digits = String(quantity).padStart(4, "0");
  const fraction = digits.slice(-3);
  return fraction === "000" ? digits.slice(0, -3) : `${digits.slice(0, -3)}.${fraction}`;
}

/** Pieces in a basket: a weighed line counts as one. */
export function pieces(unit: "EA" | "KGM", quantity: number): number {
  return unit === "EA" ? quantity / 1000 : 1;
}
