import { z } from "zod";
import type { WireEntry } from "#sync/protocol.ts";

/** The one thing the backend reads in a terminal's facts; everything else is kept unread. */
const completedSale = z.object({ total: z.int() });

/** The total in fen of a completed sale; null for another entry or a body we cannot read. */
export function readSale(entry: Pick<WireEntry, "kind" | "body">): { total: number } | null {
  if (entry.kind !== "sale.completed") return null;
  try {
    const read = completedSale.safeParse(JSON.parse(entry.body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
