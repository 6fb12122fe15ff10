import type { Context } from "../context.ts";
import { type Authorization, authorizationColumns } from "../enrolment.ts";
import { terminalColumns } from "../registration.ts";
import { listStaff } from "../staff.ts";
import { listStores } from "../stores.ts";
import type { AuthorizationView, EntryView, StaffView, StoreView, TerminalView } from "./view.ts";

/** As much of a thumbprint as people compare by eye. */
export const fingerprintOf = (thumbprint: string): string => thumbprint.slice(0, 12);

const waiting = `SELECT ${authorizationColumns} FROM device_authorization
  WHERE merchant_id = $1 AND state = 'PENDING' AND expires_at > $2`;

function authorizationView(row: Authorization): AuthorizationView {
  const { userCode, terminal, hostname, createdAt, expiresAt } = row;
  return {
    userCode,
    terminal,
    fingerprint: fingerprintOf(terminal),
    hostname,
    createdAt,
    expiresAt,
  };
}

/** Newest first, a hundred at most. */
export async function listAuthorizations(context: Context): Promise<AuthorizationView[]> {
  const rows = await context.sql.query<Authorization & Record<string, unknown>>(
    `${waiting} ORDER BY created_at DESC, terminal LIMIT 100`,
    [context.merchantId, context.now()],
  );
  return rows.map(authorizationView);
}

export async function findByUserCode(
  context: Context,
  userCode: string,
): Promise<AuthorizationView | null> {
  const rows = await context.sql.query<Authorization & Record<string, unknown>>(
    `${waiting} AND user_code = $3`,
    [context.merchantId, context.now(), userCode],
  );
  return rows[0] === undefined ? null : authorizationView(rows[0]);
}

/** Sales are counted as entries arrive, so a fleet's totals cost one row a terminal and epoch. */
export async function listTerminals(context: Context): Promise<TerminalView[]> {
  type TerminalRow = Omit<TerminalView, "fingerprint" | "storeName">;
  const rows = await context.sql.query<TerminalRow & Record<string, unknown>>(
    `SELECT ${terminalColumns},
       coalesce(h.epoch, 0) AS epoch, coalesce(h.seq, 0) AS "acknowledgedSeq",
       coalesce(s.count, 0)::bigint AS "salesCount", coalesce(s.total, 0)::bigint AS "salesTotal",
       (SELECT count(*) FROM quarantine q
        WHERE q.merchant_id = t.merchant_id AND q.terminal = t.terminal) AS quarantined
     FROM terminal t
     LEFT JOIN LATERAL (
       SELECT epoch, seq FROM ledger_head
       WHERE merchant_id = t.merchant_id AND terminal = t.terminal
       ORDER BY epoch DESC LIMIT 1) h ON true
     LEFT JOIN LATERAL (
       SELECT sum(sales_count) AS count, sum(sales_total) AS total FROM ledger_head
       WHERE merchant_id = t.merchant_id AND terminal = t.terminal) s ON true
     WHERE t.merchant_id = $1 ORDER BY t.store_id, t.till_number`,
    [context.merchantId],
  );
  const names = new Map((await listStores(context)).map((store) => [store.id, store.name]));
  return rows.map((row) => ({
    terminal: row.terminal,
    fingerprint: fingerprintOf(row.terminal),
    hostname: row.hostname,
    storeId: row.storeId,
    storeName: names.get(row.storeId) ?? row.storeId,
    tillNumber: row.tillNumber,
    state: row.state,
    enrolledAt: row.enrolledAt,
    activatedAt: row.activatedAt,
    epoch: row.epoch,
    acknowledgedSeq: row.acknowledgedSeq,
    salesCount: row.salesCount,
    salesTotal: row.salesTotal,
    quarantined: row.quarantined,
  }));
}

export async function storeViews(context: Context): Promise<StoreView[]> {
  const stores = await listStores(context);
  return stores.map(({ shopId: _shopId, departmentId: _departmentId, ...view }) => view);
}

const maskMobile = (mobile: string) => `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

export async function staffViews(context: Context): Promise<StaffView[]> {
  const people = await listStaff(context);
  return people.map(({ staffNo, name, mobile, roles, departmentPath, storeId, status }) => ({
    staffNo,
    name,
    mobile: maskMobile(mobile),
    roles,
    departmentPath,
    storeId,
    status,
  }));
}

/** Up to 500 entries behind `after`, of one epoch; of the last one when `epoch` is null. */
export async function listEntries(
  context: Context,
  asked: { terminal: string; after: number; epoch: number | null },
): Promise<EntryView[]> {
  type EntryRow = Omit<EntryView, "body"> & { readonly body: Uint8Array };
  const rows = await context.sql.query<EntryRow & Record<string, unknown>>(
    `SELECT epoch, seq, at, kind, body, prev, hash FROM ledger_entry
     WHERE merchant_id = $1 AND terminal = $2 AND seq > $3 AND epoch = coalesce($4::bigint,
       (SELECT max(epoch) FROM ledger_head WHERE merchant_id = $1 AND terminal = $2))
     ORDER BY seq LIMIT 500`,
    [context.merchantId, asked.terminal, asked.after, asked.epoch],
  );
  return rows.map((row) => ({ ...row, body: Buffer.from(row.body).toString("utf8") }));
}
