import type { CatalogueItem } from "#state/configuration.ts";

/** PLU, GTIN, Chinese and English name, price in fen, tax in basis points, department. */
export type Row = readonly [string, string, string, string, number, number, string];
/** PLU, Chinese and English name, price in fen a kilogram, department. */
export type WeighedRow = readonly [string, string, string, number, string];

export function packed([plu, gtin, nameZh, nameEn, unitPrice, taxRate, department]: Row) {
  const item: CatalogueItem = {
    plu,
    gtin,
    nameZh,
    nameEn,
    unitPrice,
    unit: "EA",
    taxRate,
    department,
  };
  return item;
}

export function byWeight([plu, nameZh, nameEn, unitPrice, department]: WeighedRow) {
  const item: CatalogueItem = {
    plu,
    gtin: null,
    nameZh,
    nameEn,
    unitPrice,
    unit: "KGM",
    taxRate: 900,
    department,
  };
  return item;
}
