import type { Fact } from "#state/fact.ts";

/** A thumbprint like any other. */
export const someTerminal = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";

/** Facts that are quick to tell apart. */
export const beep = (lineNo: number): Fact => ({ type: "line.voided", lineNo });
