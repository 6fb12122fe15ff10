import type { PrinterModel } from "#drivers/printers/model.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";

/**
 * Gprinter (佳博). Its boards are of the Xprinter and ZiJiang class: Chinese on at power-up, "GS V"
 * 00, 01 and 42h, no "GS ( H"; every value is the class's own and unverified per model.
 */
export const gprinter80mm: PrinterModel = {
  ...generic80mm,
  maker: "Gprinter",
  product: "80 mm class",
};

export const gprinter58mm: PrinterModel = {
  ...generic58mm,
  maker: "Gprinter",
  product: "58 mm class",
};
