import { gtin14, normalizePlu } from "./barcode.ts";
import type { CatalogueItem, Configuration, InStoreCode } from "./configuration.ts";

/** The articles of a configuration, indexed: a scan costs one look-up however many there are. */
export interface Catalogue {
  /** The configuration's version: a sale records which one it used. */
  readonly version: number;
  readonly inStoreCodes: readonly InStoreCode[];
  byGtin(gtin: string): CatalogueItem | undefined;
  byPlu(plu: string): CatalogueItem | undefined;
}

export function openCatalogue(configuration: Configuration): Catalogue {
  const gtins = new Map<string, CatalogueItem>();
  const plus = new Map<string, CatalogueItem>();
  for (const item of configuration.items) {
    plus.set(normalizePlu(item.plu), item);
    if (item.gtin !== null) gtins.set(gtin14(item.gtin), item);
  }
  return {
    version: configuration.version,
    inStoreCodes: configuration.inStoreCodes,
    byGtin: (gtin) => gtins.get(gtin14(gtin)),
    byPlu: (plu) => plus.get(normalizePlu(plu)),
  };
}
