import type { PrinterModel } from "#drivers/printers/model.ts";
import { starTsp650ii } from "#drivers/printers/models/star-tsp650ii.ts";

/**
 * Stars that speak StarPRNT, as sold in the West. What the driver says is the same there: StarPRNT
 * Command Specifications; columns and dots: printer table of ReceiptPrinterEncoder.
 */
export const starTsp100iv: PrinterModel = { ...starTsp650ii, product: "TSP100IV" };

/** Both on paper of 58 mm. */
const narrow = { columns: 32, paperDots: 384 } as const;

export const starMcPrint2: PrinterModel = { ...starTsp650ii, ...narrow, product: "mC-Print2" };
/** With the drawer that it stands in. */
export const starMpop: PrinterModel = { ...starTsp650ii, ...narrow, product: "mPOP" };
