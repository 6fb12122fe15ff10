import { DatabaseSync } from "node:sqlite";
import { entryHash } from "#state/chain.ts";
import { genesisHash } from "#sync/protocol.ts";
import { sha256Hex } from "./sha256.ts";
import { storedEntry } from "./stored-entry.ts";

export interface Verdict {
  readonly terminal: string | null;
  /** Entries that are whole and in their place. */
  readonly entries: number;
  /** Hash of the last whole entry. */
  readonly head: string;
  /** The first entry that is not; null when all are. */
  readonly fault: { readonly seq: number; readonly what: string } | null;
}

/**
 * Walks a ledger's whole chain through a connection of its own, read-only.
 *
 * @param file path of the SQLite file; the terminal may be running
 */
export function verifyLedger(file: string): Verdict {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return walk(database);
  } finally {
    database.close();
  }
}

function walk(database: DatabaseSync): Verdict {
  const owner = database.prepare("SELECT terminal FROM owner").get();
  const terminal = owner === undefined ? null : String(owner.terminal);
  let head = { seq: 0, hash: genesisHash };
  for (const row of database.prepare("SELECT * FROM entry ORDER BY seq").iterate()) {
    const entry = storedEntry(row);
    const what = faultOf(entry, head, terminal ?? "");
    if (what !== null) {
      return { terminal, entries: head.seq, head: head.hash, fault: { seq: head.seq + 1, what } };
    }
    head = { seq: entry.seq, hash: entry.hash };
  }
  return { terminal, entries: head.seq, head: head.hash, fault: null };
}

function faultOf(
  entry: ReturnType<typeof storedEntry>,
  head: { readonly seq: number; readonly hash: string },
  terminal: string,
): string | null {
  if (entry.seq !== head.seq + 1) return `missing: the next entry is ${entry.seq}`;
  if (entry.prev !== head.hash) return "does not follow from the entry before it";
  return entryHash({ ...entry, terminal }, sha256Hex) === entry.hash ? null : "was altered";
}
