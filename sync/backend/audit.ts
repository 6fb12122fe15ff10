import type { Context } from "./context.ts";
import type { Queries } from "./store/sql.ts";

export interface AuditEvent {
  /** Thumbprint; empty when no terminal is concerned. */
  readonly terminal: string;
  /** A staff number, or the thumbprint of a terminal that acts by itself. */
  readonly actor: string;
  /** `area.what-happened` */
  readonly what: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Who did what, when. Written in the transaction that does it, or not at all. */
export async function recordAudit(
  context: Pick<Context, "merchantId" | "now" | "random">,
  tx: Queries,
  event: AuditEvent,
): Promise<void> {
  const id = Buffer.from(context.random(12)).toString("base64url");
  await tx.query(
    `INSERT INTO audit_event (merchant_id, terminal, at, event_id, actor, what, detail)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      context.merchantId,
      event.terminal,
      context.now(),
      id,
      event.actor,
      event.what,
      JSON.stringify(event.detail),
    ],
  );
}
