/**
 * The ledger's hash chain. An entry's hash covers every column and the hash before it, so a
 * verifier names the first entry that was changed, cut out, inserted or swapped.
 */

/** A SHA-256 function, passed in so that this file needs no platform: bytes to lower-case hex. */
export type Sha256 = (bytes: Uint8Array) => string;

export interface ChainedEntry {
  /** RFC 7638 thumbprint of the terminal's key. */
  readonly terminal: string;
  /** 1, and one more after each restore from a backup. */
  readonly epoch: number;
  readonly seq: number;
  /** Milliseconds since 1970, UTC. Informative: order is by `seq`. */
  readonly at: number;
  readonly kind: string;
  /** The fact as JSON in UTF-8, exactly as stored. */
  readonly body: Uint8Array;
  /** Hash of entry `seq - 1`, 64 hex digits; zeros for the first. */
  readonly prev: string;
}

const encoder = new TextEncoder();

/** The bytes under the hash: one header line a column, then the body. */
export function hashedBytes(entry: ChainedEntry): Uint8Array {
  const { terminal, epoch, seq, at, kind, body, prev } = entry;
  const head = encoder.encode(
    `guitai-entry-1\n${terminal}\n${epoch}\n${seq}\n${at}\n${kind}\n${prev}\n${body.length}\n`,
  );
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}

/** 64 hex digits. */
export function entryHash(entry: ChainedEntry, sha256: Sha256): string {
  return sha256(hashedBytes(entry));
}
