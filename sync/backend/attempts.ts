import type { Context } from "./context.ts";
import type { Queries } from "./store/sql.ts";

/**
 * Guessing is slow: after a number of failures each further one doubles the wait. A try is
 * counted as failed before it is judged, so that many at once gain nothing.
 */
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** How long to wait after that many failures, in milliseconds; 0 while below the limit. */
export function waitAfter(failures: number, limit: number): number {
  if (failures < limit) return 0;
  return Math.min(firstWaitMs * 2 ** Math.min(failures - limit, 10), longestWaitMs);
}

/** Whose tries are counted, as `area:name`, and how many may fail before the wait begins. */
export interface Budget {
  readonly subject: string;
  readonly limit: number;
}

interface Count {
  readonly subject: string;
  readonly failures: number;
  readonly lockedUntil: number;
}

async function lockCount(tx: Queries, merchantId: string, subject: string): Promise<Count> {
  await tx.query(
    `INSERT INTO attempt (merchant_id, subject, failures, locked_until) VALUES ($1, $2, 0, 0)
     ON CONFLICT (merchant_id, subject) DO NOTHING`,
    [merchantId, subject],
  );
  const rows = await tx.query<Count & Record<string, unknown>>(
    `SELECT subject, failures, locked_until AS "lockedUntil" FROM attempt
     WHERE merchant_id = $1 AND subject = $2 FOR UPDATE`,
    [merchantId, subject],
  );
  return rows[0] ?? { subject, failures: 0, lockedUntil: 0 };
}

/**
 * Counts one try against every budget, or against none while any of them is locked.
 *
 * @param budgets in the same order everywhere, or two tries could wait for each other
 * @returns seconds still to wait; 0 when the try may be made
 */
export async function beginAttempt(context: Context, budgets: readonly Budget[]): Promise<number> {
  const { merchantId } = context;
  return context.sql.transaction(async (tx) => {
    const now = context.now();
    const counts: Count[] = [];
    for (const { subject } of budgets) counts.push(await lockCount(tx, merchantId, subject));
    const until = Math.max(...counts.map((count) => count.lockedUntil));
    if (until > now) return Math.ceil((until - now) / 1000);
    for (const [index, { subject, failures }] of counts.entries()) {
      const wait = waitAfter(failures + 1, budgets[index]?.limit ?? 0);
      await tx.query(
        `UPDATE attempt SET failures = $3, locked_until = $4
         WHERE merchant_id = $1 AND subject = $2`,
        [merchantId, subject, failures + 1, wait === 0 ? 0 : now + wait],
      );
    }
    return 0;
  });
}

/** The try was right: the failures before it are forgotten. */
export async function forgiveAttempts(context: Context, budgets: readonly Budget[]): Promise<void> {
  for (const { subject } of budgets) {
    await context.sql.query("DELETE FROM attempt WHERE merchant_id = $1 AND subject = $2", [
      context.merchantId,
      subject,
    ]);
  }
}
