import type { Registration } from "#state/configuration.ts";
import type { Context } from "./context.ts";
import { findStore } from "./stores.ts";

export interface Terminal {
  readonly terminal: string;
  readonly publicKey: string;
  readonly hostname: string;
  readonly storeId: string;
  readonly tillNumber: string;
  readonly state: "ENROLLED" | "ACTIVATED";
  readonly enrolledAt: number;
  readonly activatedAt: number | null;
}

export const terminalColumns = `t.terminal, t.public_key AS "publicKey", t.hostname,
  t.store_id AS "storeId", t.till_number AS "tillNumber", t.state,
  t.enrolled_at AS "enrolledAt", t.activated_at AS "activatedAt"`;

export async function findTerminal(context: Context, terminal: string): Promise<Terminal | null> {
  const rows = await context.sql.query<Terminal & Record<string, unknown>>(
    `SELECT ${terminalColumns} FROM terminal t WHERE t.merchant_id = $1 AND t.terminal = $2`,
    [context.merchantId, terminal],
  );
  return rows[0] ?? null;
}

export interface Enterprise {
  readonly id: string;
  readonly name: string;
  readonly certification: "NONE" | "SUBMITTED" | "CERTIFIED" | "REJECTED";
  readonly contract: "NONE" | "SIGNABLE" | "SIGNED" | "EXPIRED" | "TERMINATED";
  readonly shopBinding: "NONE" | "PENDING_REVIEW" | "BOUND" | "REJECTED";
}

/** The enterprise behind a store, by way of the online shop the store belongs to. */
export async function enterpriseOfStore(
  context: Context,
  storeId: string,
): Promise<Enterprise | null> {
  const rows = await context.sql.query<Enterprise & Record<string, unknown>>(
    `SELECT e.enterprise_id AS id, e.name, e.certification,
       coalesce(c.state, 'NONE') AS contract, h.binding AS "shopBinding"
     FROM store s
     JOIN shop h ON h.merchant_id = s.merchant_id AND h.shop_id = s.shop_id
     JOIN enterprise e ON e.merchant_id = h.merchant_id AND e.enterprise_id = h.enterprise_id
     LEFT JOIN contract c
       ON c.merchant_id = e.merchant_id AND c.enterprise_id = e.enterprise_id
     WHERE s.merchant_id = $1 AND s.store_id = $2`,
    [context.merchantId, storeId],
  );
  return rows[0] ?? null;
}

/** Where a terminal belongs; null before it has been approved. */
export async function registrationOf(
  context: Context,
  thumbprint: string,
): Promise<Registration | null> {
  const terminal = await findTerminal(context, thumbprint);
  if (terminal === null) return null;
  const store = await findStore(context, terminal.storeId);
  const enterprise = await enterpriseOfStore(context, terminal.storeId);
  if (store === null || enterprise === null) return null;
  return {
    merchantId: context.merchantId,
    enterpriseName: enterprise.name,
    storeId: store.id,
    storeName: store.name,
    storeAddress: store.address,
    storePhone: store.phone,
    tillNumber: terminal.tillNumber,
    backendKey: context.publicKey,
  };
}
