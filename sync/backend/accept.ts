import { type ChainedEntry, entryHash, type Sha256 } from "#state/chain.ts";
import type { WireEntry } from "#sync/protocol.ts";

/**
 * What becomes of a batch of ledger entries, decided without a database. The wire delivers at
 * least once, in pieces, late and doubled; the chain is kept exactly once. Entries that cannot be
 * part of it are set aside, never dropped.
 */

/** The last entry the backend holds; `seq` 0 and the genesis hash before the first. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export type Trouble =
  /** Another entry is already there: a cloned disk, or a restored backup. */
  | { readonly kind: "fork"; readonly seq: number }
  /** The hash does not cover what was sent: damage, or a forgery. */
  | { readonly kind: "bad-hash"; readonly seq: number }
  /** Something before it has not arrived. The terminal still has it. */
  | { readonly kind: "gap"; readonly seq: number };

export interface SetAside {
  readonly entry: WireEntry;
  readonly reason: "fork" | "bad-hash";
  /** Of what was really sent, so that two different forgeries are both kept. */
  readonly contentHash: string;
}

export interface Verdict {
  /** To append, in order, directly behind the old head. */
  readonly accepted: readonly WireEntry[];
  readonly duplicates: number;
  readonly setAside: readonly SetAside[];
  /** The first entry that stopped the batch; null when everything has its place. */
  readonly trouble: Trouble | null;
  /** After `accepted`. */
  readonly head: Head;
}

export interface Chain {
  readonly terminal: string;
  readonly epoch: number;
  readonly head: Head;
  /** The hash kept for an entry up to the head. */
  readonly kept: (seq: number) => string | undefined;
  readonly sha256: Sha256;
}

const encoder = new TextEncoder();

/** An entry as the chain hashes it: the body as UTF-8, the identity from the request. */
export function chained(entry: WireEntry, chain: Pick<Chain, "terminal" | "epoch">): ChainedEntry {
  const { terminal, epoch } = chain;
  return { ...entry, terminal, epoch, body: encoder.encode(entry.body) };
}

type Place = "next" | "duplicate" | Trouble["kind"];

function placeOf(entry: WireEntry, contentHash: string, head: Head, chain: Chain): Place {
  if (contentHash !== entry.hash) return "bad-hash";
  if (entry.seq > head.seq + 1) return "gap";
  if (entry.seq === head.seq + 1) return entry.prev === head.hash ? "next" : "fork";
  return chain.kept(entry.seq) === entry.hash ? "duplicate" : "fork";
}

/**
 * Sorts a batch into what is new, what is known and what cannot be. Stops at the first trouble;
 * behind a fork everything belongs to the fork and is set aside with it.
 */
export function accept(chain: Chain, batch: readonly WireEntry[]): Verdict {
  const accepted: WireEntry[] = [];
  const taken = new Map<number, string>();
  const setAside: SetAside[] = [];
  const lookUp = { ...chain, kept: (seq: number) => taken.get(seq) ?? chain.kept(seq) };
  let { head } = chain;
  let duplicates = 0;
  let trouble: Trouble | null = null;
  for (const entry of [...batch].sort((a, b) => a.seq - b.seq)) {
    const contentHash = entryHash(chained(entry, chain), chain.sha256);
    const place = placeOf(entry, contentHash, head, lookUp);
    if (place === "fork" || place === "bad-hash") {
      setAside.push({ entry, reason: place, contentHash });
    }
    if (trouble?.kind === "fork" && place === "gap") {
      setAside.push({ entry, reason: "fork", contentHash });
    }
    if (place === "duplicate") duplicates += 1;
    else if (place !== "next") trouble ??= { kind: place, seq: entry.seq };
    else if (trouble === null) {
      accepted.push(entry);
      taken.set(entry.seq, entry.hash);
      head = { seq: entry.seq, hash: entry.hash };
    }
  }
  return { accepted, duplicates, setAside, trouble, head };
}
