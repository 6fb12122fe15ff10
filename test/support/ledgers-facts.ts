import type { Fact } from "#state/fact.ts";

/** A thumbprint like any other. */
export const someTerminal = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";

/** Facts that are quick to tell apart. */
export const beep = (lineNo: number): Fact => ({ type: "line.voided", lineNo });

/** The `n`th sale of a day on which everybody pays two yuan. */
export const sold = (n: number): Fact => ({
  type: "sale.completed",
  saleId: `sale-${n}`,
  receiptNumber: `01-${n}`,
  staffNo: "1001",
  businessDay: "2026-11-24",
  total: 200,
  taxes: [{ rate: 1300, gross: 200, tax: 23 }],
  tendered: 200,
  change: 0,
});
