/**
 * Money, quantities and times as the cashier reads and types them. Amounts stay integers from end
 * to end: text is cut at the decimal point, never divided or multiplied as a fraction.
 */

/** Digits of an integer split before its last `decimals`, with thousands marked: 123456, 2. */
function fixed(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, -decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "-" : ""}${whole}.${digits.slice(-decimals)}`;
}

/** @param fen an integer; 1230 is ¥12.30 */
export function money(fen: number): string {
  const text = fixed(fen, 2);
  return text.startsWith("-") ? `-¥${text.slice(1)}` : `¥${text}`;
}

/** A note or a coin without its zeros: 5000 is ¥50, 1230 stays ¥12.30. */
export function shortMoney(fen: number): string {
  return money(fen).replace(/\.00$/, "");
}

/** @param thousandths 2000 pieces are "2"; 1234 of a kilogram are "1.234" */
export function quantity(thousandths: number, unit: "EA" | "KGM"): string {
  const text = fixed(thousandths, 3);
  return unit === "KGM" ? text : text.replace(/\.?0+$/, "");
}

/** @param basisPoints 1300 is 13% */
export function percent(basisPoints: number): string {
  return `${fixed(basisPoints, 2).replace(/\.?0+$/, "")}%`;
}

/** Minutes and seconds left, rounded up so that 0:00 means over. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const rest = seconds % 60;
  return `${(seconds - rest) / 60}:${String(rest).padStart(2, "0")}`;
}

/**
 * A typed decimal as an integer of its smallest unit; null for anything else, zero included:
 * nobody tenders or weighs nothing.
 */
function parseDecimal(text: string, decimals: number): number | null {
  const match = /^(\d{1,9})?(?:\.(\d*))?$/.exec(text);
  const fraction = match?.[2] ?? "";
  if (match === null || fraction.length > decimals) return null;
  const value = Number(`${match[1] ?? ""}${fraction.padEnd(decimals, "0")}`);
  return value > 0 ? value : null;
}

/** Yuan as typed ("12.3") in fen (1230). */
export const parseYuan = (text: string) => parseDecimal(text, 2);
/** Kilograms as typed ("1.2") in thousandths (1200). */
export const parseKilograms = (text: string) => parseDecimal(text, 3);
/** Pieces as typed ("3") in thousandths (3000). */
export const parsePieces = (text: string) => (/^\d+$/.test(text) ? parseDecimal(text, 3) : null);
