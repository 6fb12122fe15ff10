import { recordAudit } from "./audit.ts";
import type { Context } from "./context.ts";
import { type Authorization, authorizationColumns } from "./enrolment.ts";
import { type Refused, refused } from "./refusal.ts";
import type { Queries } from "./store/sql.ts";

export interface Approval {
  readonly terminal: string;
  readonly storeId: string;
  /** `01` to `99`. */
  readonly tillNumber: string;
}

/** The first number that no till of the store has; null when all 99 are taken. */
export function firstFreeTill(taken: readonly string[]): string | null {
  for (let number = 1; number <= 99; number += 1) {
    const till = `${number}`.padStart(2, "0");
    if (!taken.includes(till)) return till;
  }
  return null;
}

async function tillFor(
  tx: Queries,
  merchantId: string,
  storeId: string,
  terminal: string,
): Promise<string | null> {
  const tills = await tx.query<{ terminal: string; till_number: string }>(
    "SELECT terminal, till_number FROM terminal WHERE merchant_id = $1 AND store_id = $2",
    [merchantId, storeId],
  );
  const own = tills.find((till) => till.terminal === terminal);
  return own?.till_number ?? firstFreeTill(tills.map((till) => till.till_number));
}

async function lockPending(
  context: Context,
  tx: Queries,
  userCode: string,
): Promise<Authorization | undefined> {
  const rows = await tx.query<Authorization & Record<string, unknown>>(
    `SELECT ${authorizationColumns} FROM device_authorization
     WHERE merchant_id = $1 AND user_code = $2 AND state = 'PENDING' AND expires_at > $3
     FOR UPDATE`,
    [context.merchantId, userCode, context.now()],
  );
  return rows[0];
}

async function enrol(
  context: Context,
  tx: Queries,
  authorization: Authorization,
  approval: Approval,
): Promise<void> {
  await tx.query(
    `INSERT INTO terminal (merchant_id, terminal, public_key, hostname, store_id, till_number,
       state, enrolled_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'ENROLLED', $7)
     ON CONFLICT (merchant_id, terminal) DO UPDATE SET
       hostname = excluded.hostname, store_id = excluded.store_id,
       till_number = excluded.till_number, state = excluded.state,
       enrolled_at = excluded.enrolled_at, activated_at = NULL, activated_by = NULL`,
    [
      context.merchantId,
      approval.terminal,
      authorization.publicKey,
      authorization.hostname,
      approval.storeId,
      approval.tillNumber,
      context.now(),
    ],
  );
  await tx.query(
    `UPDATE device_authorization SET state = 'APPROVED' WHERE merchant_id = $1 AND terminal = $2`,
    [context.merchantId, approval.terminal],
  );
}

/**
 * Gives a waiting terminal its store and the next free till number there; one that has been in
 * this store before keeps its number. Refuses with 404 `enrolment/unknown-code` or
 * `enrolment/unknown-store`, 409 `enrolment/store-full`.
 *
 * @param actor staff number of the administrator
 */
export async function approveDevice(
  context: Context,
  userCode: string,
  storeId: string,
  actor: string,
): Promise<Approval | Refused> {
  const { merchantId, sql } = context;
  return sql.transaction(async (tx) => {
    // The store's row is the queue in which two approvals wait for their numbers.
    const stores = await tx.query(
      "SELECT store_id FROM store WHERE merchant_id = $1 AND store_id = $2 FOR UPDATE",
      [merchantId, storeId],
    );
    if (stores.length === 0) return refused(404, "enrolment/unknown-store", { storeId });
    const authorization = await lockPending(context, tx, userCode);
    if (authorization === undefined) return refused(404, "enrolment/unknown-code");
    const { terminal } = authorization;
    const tillNumber = await tillFor(tx, merchantId, storeId, terminal);
    if (tillNumber === null) return refused(409, "enrolment/store-full", { storeId });
    const approval = { terminal, storeId, tillNumber };
    await enrol(context, tx, authorization, approval);
    const detail = { storeId, tillNumber };
    await recordAudit(context, tx, { terminal, actor, what: "terminal.enrolled", detail });
    return approval;
  });
}
