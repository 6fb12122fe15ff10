import type { KeyObject } from "node:crypto";
import {
  type Acknowledgement,
  acknowledgementText,
  type EntriesRequest,
  genesisHash,
  type WireEntry,
} from "#sync/protocol.ts";
import { accept, type Head, type SetAside, type Trouble } from "./accept.ts";
import { recordAudit } from "./audit.ts";
import type { Context } from "./context.ts";
import { sha256Hex, signText } from "./keys.ts";
import { type Refused, refused } from "./refusal.ts";
import { readSale } from "./sale.ts";
import type { Queries } from "./store/sql.ts";

type Batch = EntriesRequest;

async function lockHead(tx: Queries, key: readonly [string, string, number]): Promise<Head> {
  await tx.query(
    `INSERT INTO ledger_head (merchant_id, terminal, epoch, seq, hash) VALUES ($1, $2, $3, 0, $4)
     ON CONFLICT (merchant_id, terminal, epoch) DO NOTHING`,
    [...key, genesisHash],
  );
  const rows = await tx.query<{ seq: number; hash: string }>(
    `SELECT seq, hash FROM ledger_head
     WHERE merchant_id = $1 AND terminal = $2 AND epoch = $3 FOR UPDATE`,
    key,
  );
  return rows[0] ?? { seq: 0, hash: genesisHash };
}

async function keptHashes(
  tx: Queries,
  key: readonly [string, string, number],
  entries: readonly WireEntry[],
): Promise<Map<number, string>> {
  const seqs = entries.map((entry) => entry.seq);
  const rows = await tx.query<{ seq: number; hash: string }>(
    `SELECT seq, hash FROM ledger_entry
     WHERE merchant_id = $1 AND terminal = $2 AND epoch = $3 AND seq BETWEEN $4 AND $5`,
    [...key, Math.min(...seqs), Math.max(...seqs)],
  );
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

async function append(
  tx: Queries,
  key: readonly [string, string, number],
  entries: readonly WireEntry[],
  head: Head,
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, body: base64(entry.body) }));
  await tx.query(
    `INSERT INTO ledger_entry (merchant_id, terminal, epoch, seq, at, kind, body, prev, hash)
     SELECT $1, $2, $3::bigint, seq, at, kind, decode(body, 'base64'), prev, hash
     FROM json_to_recordset($4::text::json)
       AS e(seq bigint, at bigint, kind text, body text, prev text, hash text)`,
    [...key, JSON.stringify(rows)],
  );
  const sales = entries.map(readSale).filter((sale) => sale !== null);
  await tx.query(
    `UPDATE ledger_head
     SET seq = $4, hash = $5, sales_count = sales_count + $6, sales_total = sales_total + $7
     WHERE merchant_id = $1 AND terminal = $2 AND epoch = $3`,
    [...key, head.seq, head.hash, sales.length, sales.reduce((sum, sale) => sum + sale.total, 0)],
  );
}

type Kept = Omit<SetAside, "reason"> & { readonly reason: SetAside["reason"] | "poison" };

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Poison has its place in the chain, but nobody can read it: noted, and the rest goes on. */
function poison(entries: readonly WireEntry[]): Kept[] {
  return entries
    .filter((entry) => !isJson(entry.body))
    .map((entry) => ({ entry, reason: "poison", contentHash: entry.hash }));
}

/** @returns how many were not in quarantine before */
async function setAside(
  tx: Queries,
  key: readonly [string, string, number],
  kept: readonly Kept[],
  now: number,
): Promise<number> {
  let fresh = 0;
  for (const { entry, reason, contentHash } of kept) {
    const rows = await tx.query(
      `INSERT INTO quarantine
         (merchant_id, terminal, epoch, seq, content_hash, reason, entry, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING seq`,
      [...key, entry.seq, contentHash, reason, Buffer.from(JSON.stringify(entry)), now],
    );
    fresh += rows.length;
  }
  return fresh;
}

function acknowledge(batch: Batch, head: Head, key: KeyObject): Acknowledgement {
  const ack = { terminal: batch.terminal, epoch: batch.epoch, seq: head.seq, hash: head.hash };
  return { ...ack, signature: signText(acknowledgementText(ack), key) };
}

function refuse(trouble: Trouble, head: Head): Refused {
  const params = { seq: `${trouble.seq}`, headSeq: `${head.seq}`, headHash: head.hash };
  return refused(409, `sync/${trouble.kind}`, params);
}

/**
 * Takes a batch in: the head row is locked, every hash is computed again, and the answer follows
 * the commit. The same batch sent again gets the same answer.
 *
 * Refuses with 409 `sync/fork`, `sync/gap` or `sync/bad-hash`, each with `seq`, `headSeq` and
 * `headHash`; what came before the trouble is kept.
 */
export async function ingest(
  context: Context,
  batch: EntriesRequest,
): Promise<Acknowledgement | Refused> {
  const key = [context.merchantId, batch.terminal, batch.epoch] as const;
  const { head, trouble } = await context.sql.transaction(async (tx) => {
    const old = await lockHead(tx, key);
    const kept = await keptHashes(tx, key, batch.entries);
    const chain = { terminal: batch.terminal, epoch: batch.epoch, head: old, sha256: sha256Hex };
    const verdict = accept({ ...chain, kept: (seq) => kept.get(seq) }, batch.entries);
    await append(tx, key, verdict.accepted, verdict.head);
    const aside = [...verdict.setAside, ...poison(verdict.accepted)];
    const fresh = await setAside(tx, key, aside, context.now());
    if (fresh > 0) {
      await recordAudit(context, tx, {
        terminal: batch.terminal,
        actor: batch.terminal,
        what: "ledger.quarantined",
        detail: { entries: fresh, reason: aside[0]?.reason ?? "", seq: aside[0]?.entry.seq ?? 0 },
      });
    }
    return verdict;
  });
  return trouble === null ? acknowledge(batch, head, context.privateKey) : refuse(trouble, head);
}
