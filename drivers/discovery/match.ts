import type { Found } from "#drivers/discovery/found.ts";

/** What must be true of a listed device for a row to be meant. All that is stated must agree. */
export interface Pattern {
  readonly kind: Found["kind"];
  /** Four lower-case hex digits. */
  readonly vendor?: string;
  readonly product?: string;
  readonly serial?: string;
  readonly portPath?: string;
  /** A part of what the device calls itself; case does not matter. */
  readonly title?: string;
  readonly usagePage?: number;
  /** On that page. */
  readonly usage?: number;
  readonly interfaceClass?: number;
}

export interface MatchableRow {
  readonly name: string;
  readonly patterns: readonly Pattern[];
}

/** `why` names what agreed, with its weight, such as `vendor 04b8 (8)`. */
export type Match<Row> =
  | { readonly type: "none" }
  | {
      readonly type: "matched";
      readonly row: Row;
      readonly score: number;
      readonly why: readonly string[];
    }
  /** Two rows fit equally well: the table is wrong, and nobody may guess. */
  | { readonly type: "tie"; readonly names: readonly string[]; readonly score: number };

/**
 * Weights are powers of two: no heap of hints outweighs a better one. A serial number was paired on
 * purpose; a place is where somebody put it; ids are the maker's word, but clone makers borrow
 * them, and there the title decides.
 */
const weights = {
  serial: 128,
  portPath: 64,
  product: 32,
  title: 16,
  vendor: 8,
  usagePage: 4,
  interfaceClass: 2,
  usage: 1,
} as const;

/** The row that fits a device best. The order of the rows does not matter. */
export function match<Row extends MatchableRow>(found: Found, rows: readonly Row[]): Match<Row> {
  const fits = rows.flatMap((row) => {
    const best = bestOf(found, row.patterns);
    return best === null ? [] : [{ row, ...best }];
  });
  const score = Math.max(...fits.map((fit) => fit.score));
  const [first, second] = fits.filter((fit) => fit.score === score);
  if (first === undefined) return { type: "none" };
  if (second !== undefined) {
    const names = fits.filter((fit) => fit.score === score).map(({ row }) => row.name);
    return { type: "tie", names: names.toSorted(), score };
  }
  return { type: "matched", ...first };
}

interface Fit {
  readonly score: number;
  readonly why: readonly string[];
}

function bestOf(found: Found, patterns: readonly Pattern[]): Fit | null {
  const fits = patterns.map((pattern) => fitOf(found, pattern)).filter((fit) => fit !== null);
  return fits.toSorted((a, b) => b.score - a.score)[0] ?? null;
}

function fitOf(found: Found, pattern: Pattern): Fit | null {
  if (found.kind !== pattern.kind) return null;
  let score = 0;
  const why: string[] = [];
  for (const key of Object.keys(weights) as readonly (keyof typeof weights)[]) {
    const wanted = pattern[key];
    if (wanted === undefined) continue;
    if (!agrees(found, key, wanted, pattern)) return null;
    score += weights[key];
    why.push(`${key} ${wordOf(wanted)} (${weights[key]})`);
  }
  return { score, why };
}

function agrees(
  found: Found,
  key: keyof typeof weights,
  wanted: string | number,
  { usagePage }: Pattern,
): boolean {
  switch (key) {
    case "vendor":
    case "product":
      return found.usb?.[key] === wanted;
    case "serial":
    case "portPath":
      return found[key] === wanted;
    case "title":
      return found.title.toLowerCase().includes(String(wanted).toLowerCase());
    case "usagePage":
      return found.usages.some(({ page }) => page === wanted);
    case "usage":
      return found.usages.some(({ page, usage }) => page === usagePage && usage === wanted);
    case "interfaceClass":
      return found.interfaceClasses.includes(Number(wanted));
  }
}

const wordOf = (wanted: string | number) =>
  typeof wanted === "number" ? wanted.toString(16) : wanted;
