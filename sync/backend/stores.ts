import { recordAudit } from "./audit.ts";
import {
  type CertificationState,
  certificationOf,
  certify,
  type Revisions,
  shownRevision,
  storeRevision,
} from "./certification.ts";
import type { Context } from "./context.ts";
import type { Queries } from "./store/sql.ts";

export interface Store {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly merchantCode: string;
  readonly shopId: string;
  readonly certification: CertificationState;
  /** The leaf department bound to it; null when there is none. */
  readonly departmentId: string | null;
  readonly departmentPath: string | null;
}

interface StoreRow extends Record<string, unknown> {
  readonly store_id: string;
  readonly shop_id: string;
  readonly merchant_code: string;
  readonly live: string | null;
  readonly candidate: string | null;
  readonly candidate_state: Revisions["candidateState"];
  readonly department_id: string | null;
  readonly path: string | null;
}

const selectStores = `SELECT s.store_id, s.shop_id, s.merchant_code, s.live, s.candidate,
    s.candidate_state, d.department_id, d.path
  FROM store s LEFT JOIN department d
    ON d.merchant_id = s.merchant_id AND d.store_id = s.store_id
  WHERE s.merchant_id = $1`;

const read = (text: string | null) =>
  text === null ? null : storeRevision.parse(JSON.parse(text));

function revisionsOf(row: Pick<StoreRow, "live" | "candidate" | "candidate_state">): Revisions {
  const { live, candidate, candidate_state: candidateState } = row;
  return { live: read(live), candidate: read(candidate), candidateState };
}

function storeOf(row: StoreRow): Store {
  const revisions = revisionsOf(row);
  return {
    id: row.store_id,
    ...shownRevision(revisions),
    merchantCode: row.merchant_code,
    shopId: row.shop_id,
    certification: certificationOf(revisions),
    departmentId: row.department_id,
    departmentPath: row.path,
  };
}

export async function listStores(context: Context): Promise<Store[]> {
  const rows = await context.sql.query<StoreRow>(`${selectStores} ORDER BY s.store_id`, [
    context.merchantId,
  ]);
  return rows.map(storeOf);
}

export async function findStore(context: Context, storeId: string): Promise<Store | null> {
  const rows = await context.sql.query<StoreRow>(`${selectStores} AND s.store_id = $2`, [
    context.merchantId,
    storeId,
  ]);
  return rows[0] === undefined ? null : storeOf(rows[0]);
}

const write = (revision: object | null) => (revision === null ? null : JSON.stringify(revision));

async function replaceRevisions(
  tx: Queries,
  key: readonly [string, string],
  { live, candidate, candidateState }: Revisions,
): Promise<void> {
  await tx.query(
    `UPDATE store SET live = $3, candidate = $4, candidate_state = $5
     WHERE merchant_id = $1 AND store_id = $2`,
    [...key, write(live), write(candidate), candidateState],
  );
}

/** Plays the platform's reviewer. @returns false when there is no such store */
export async function certifyStore(
  context: Context,
  storeId: string,
  state: CertificationState,
  actor: string,
): Promise<boolean> {
  const key = [context.merchantId, storeId] as const;
  return context.sql.transaction(async (tx) => {
    const rows = await tx.query<StoreRow>(
      `SELECT live, candidate, candidate_state FROM store
       WHERE merchant_id = $1 AND store_id = $2 FOR UPDATE`,
      key,
    );
    const row = rows[0];
    if (row === undefined) return false;
    await replaceRevisions(tx, key, certify(revisionsOf(row), state));
    const detail = { storeId, state };
    await recordAudit(context, tx, { terminal: "", actor, what: "store.certification", detail });
    return true;
  });
}
