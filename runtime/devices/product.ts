import {
  displayCatalog,
  hidScannerCatalog,
  type KeyboardScannerRow,
  keyboardScannerCatalog,
  printerCatalog,
  type ScannerSpeaks,
  scannerCatalog,
} from "#drivers/catalog.ts";
import type { DisplayLanguage } from "#drivers/displays/language.ts";
import type { PrinterModel } from "#drivers/printers/model.ts";
import type { HidScannerRow } from "#drivers/scanners/hid-scanner-row.ts";
import type { SlotDiagnosis } from "#runtime/devices/diagnosis.ts";

/** What a device is driven as: the row of a catalogue and the product it is named after. */
export type Product = SlotDiagnosis["driver"];

export const printerProduct = (model: PrinterModel): Product =>
  productIn(printerCatalog, (row) => row.model === model, model);

export function displayProduct(language: DisplayLanguage): Product {
  const isIt = (row: { readonly language: DisplayLanguage }) => row.language === language;
  const row = Object.values(displayCatalog).find(isIt);
  return productIn(displayCatalog, isIt, row ?? { maker: "", product: "display" });
}

export const serialScannerProduct = (speaks: ScannerSpeaks): Product =>
  productIn(scannerCatalog, (row) => row.speaks === speaks, { maker: "", product: "scanner" });

export const hidScannerProduct = (row: HidScannerRow): Product =>
  productIn(hidScannerCatalog, (each) => each === row, row);

export function keyboardScannerProduct(row: KeyboardScannerRow): Product {
  return productIn(keyboardScannerCatalog, (each) => each === row, row);
}

function productIn<Row>(
  catalog: { readonly [name: string]: Row },
  isIt: (row: Row) => boolean,
  { maker, product }: { readonly maker: string; readonly product: string },
): Product {
  const found = Object.entries(catalog).find(([, row]) => isIt(row))?.[0];
  return { row: found ?? "", title: `${maker} ${product}`.trim() };
}
