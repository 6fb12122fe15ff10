import type { PaperRow } from "#simulator/paper/paper.ts";
import type { Refused } from "./symbols.ts";
import type { Deed } from "./tongue.ts";

/**
 * From the head to the blade: 15 mm, a guess. Only a reserved cut waits for it; any other is made
 * where printing stands.
 */
export const BLADE_DOTS = 120;

/** A line; a feed that would not move the paper is none. */
export function print(row: PaperRow): readonly Deed[] {
  return row.heightDots === 0 ? [] : [{ kind: "print", row }];
}

/** Nothing when the paper would not move, or back. */
export function feed(heightDots: number): readonly Deed[] {
  return heightDots <= 0 ? [] : [{ kind: "print", row: { kind: "feed", heightDots } }];
}

/** What becomes of a symbol or a picture. */
export function printed(row: PaperRow | Refused): readonly Deed[] {
  return ["refused" in row ? { kind: "refused", why: row.refused } : { kind: "print", row }];
}
