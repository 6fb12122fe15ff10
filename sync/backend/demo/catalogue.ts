import type { CatalogueItem, InStoreCode } from "#state/configuration.ts";
import { drinksAndSnacks } from "./drinks-and-snacks.ts";
import { food } from "./food.ts";
import { household } from "./household.ts";
import { byWeight, packed } from "./item-row.ts";
import { weighed } from "./weighed.ts";

/**
 * A neighborhood supermarket's shelf. The products are believable and invented, their numbers
 * are well-formed and stand for nothing; 6901234567892 is the usual example of an EAN-13.
 */
export const catalogue: readonly CatalogueItem[] = [
  ...[...drinksAndSnacks, ...food, ...household].map(packed),
  ...weighed.map(byWeight),
];

/** `PP IIIII WWWWW C`: the scale's labels carry grams under 21 and fen under 22. */
export const inStoreCodes: readonly InStoreCode[] = [
  { prefix: "21", length: 13, plu: [3, 5], value: [8, 5], meaning: "weight" },
  { prefix: "22", length: 13, plu: [3, 5], value: [8, 5], meaning: "amount" },
];
