/**
 * The arithmetic of a fair comparison. Contestants take turns in rounds, in an order drawn anew
 * each round, and are compared inside a round only: what else the machine was doing then slowed
 * all of them alike.
 */

/** Numbers in [0, 1) that a seed repeats (mulberry32 by Tommy Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in a drawn order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const drawn = [...items];
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = drawn.splice(other, 1);
    drawn.splice(last, 0, ...moved);
  }
  return drawn;
}

/** The middle one, or the mean of the middle two. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/**
 * The smallest value that at least `share` of all values do not exceed (nearest rank).
 *
 * @param share above 0, at most 1: 0.99 is the 99th percentile
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** How many times `base` a contestant is: the median of what each round says. */
export function ratio(own: readonly number[], base: readonly number[]): number {
  const perRound = own.flatMap((value, round) => {
    const other = base[round];
    return other === undefined || other === 0 ? [] : [value / other];
  });
  return median(perRound);
}

/** What each contestant did, one result a round, in the order of the rounds. */
export type Results<Name extends string, Result> = ReadonlyMap<Name, readonly Result[]>;

/** Lets every contestant run once a round, one after the other. */
export async function playRounds<Name extends string, Result>(options: {
  readonly names: readonly Name[];
  readonly rounds: number;
  readonly random: () => number;
  readonly run: (name: Name, round: number) => Promise<Result>;
}): Promise<Results<Name, Result>> {
  const results = new Map<Name, Result[]>(options.names.map((name) => [name, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const name of shuffled(options.names, options.random)) {
      results.get(name)?.push(await options.run(name, round));
    }
  }
  return results;
}

/** One column of the results. */
export function column<Name extends string, Result>(
  results: Results<Name, Result>,
  name: Name,
  of: (result: Result) => number,
): number[] {
  return (results.get(name) ?? []).map(of);
}

/** Rows under their headings: the first column flush left, figures flush right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((row) => (row[at] ?? "").length)));
  const show = (row: readonly string[]) => {
    const cells = widths.map((width, at) => {
      const cell = row[at] ?? "";
      return at === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return cells.join("  ");
  };
  const ruler = widths.map((width) => "-".repeat(width)).join("  ");
  return [show(headings), ruler, ...rows.map(show)].join("\n");
}

/** `12,345` above a hundred, `12.3` below it; a dash where nothing was measured. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "-";
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(1);
}

/** A ratio: `0.93`, `12.4`. */
export function times(value: number): string {
  if (!Number.isFinite(value)) return "-";
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
