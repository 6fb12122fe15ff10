import { CodedError } from "#state/base/coded-error.ts";
import { type Entry, fact as factSchema } from "#state/fact.ts";

/** An entry as it lies in the file. Hashes in lower-case hex. */
export interface StoredEntry {
  readonly epoch: number;
  readonly seq: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly kind: string;
  readonly body: Uint8Array;
  readonly prev: string;
  readonly hash: string;
}

/** @throws CodedError `ledger/damaged` for a body that is no fact of ours */
export function readEntry(stored: StoredEntry): Entry {
  const parsed = factSchema.safeParse(JSON.parse(Buffer.from(stored.body).toString()));
  if (!parsed.success) throw damaged("the ledger", stored.seq, `unknown fact ${stored.kind}`);
  return { seq: stored.seq, at: stored.at, fact: parsed.data };
}

export function storedEntry(row: Record<string, unknown>): StoredEntry {
  return {
    epoch: Number(row.epoch),
    seq: Number(row.seq),
    at: Number(row.at),
    kind: String(row.kind),
    body: row.body as Uint8Array,
    prev: Buffer.from(row.prev as Uint8Array).toString("hex"),
    hash: Buffer.from(row.hash as Uint8Array).toString("hex"),
  };
}

export function damaged(file: string, seq: number, how: string): CodedError {
  return new CodedError("ledger/damaged", {
    what: `Entry ${seq} of ${file} is damaged: ${how}`,
    fix: "Do not sell on it. Run `guitai ledger verify` and call support with its answer.",
  });
}

export const hexBytes = (hex: string) => Buffer.from(hex, "hex");
