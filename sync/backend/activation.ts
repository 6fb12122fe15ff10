import type { RoleCode } from "#state/configuration.ts";
import { recordAudit } from "./audit.ts";
import type { Context } from "./context.ts";
import { type Refused, refused } from "./refusal.ts";
import { type Enterprise, enterpriseOfStore, type Terminal } from "./registration.ts";
import { findPerson, type Person, rolesInStore } from "./staff.ts";
import { findStore, type Store } from "./stores.ts";

/** A person's sign-in opens the till for this long: a working day. */
const signInLifeMs = 12 * 3_600_000;

export interface Preconditions {
  readonly enterprise: Enterprise;
  readonly store: Store;
  readonly person: Person;
  /** The enterprise and role chosen on the terminal. */
  readonly enterpriseId: string;
  readonly role: RoleCode;
}

/**
 * The first thing missing, in the order in which it is mended: the enterprise first, the person
 * last. Null when the till may open. A manager who picks their own role hears that they have no
 * cashier role here, which is what to mend; a cashier who picks another role, that it is the wrong
 * one.
 */
export function firstMissing(facts: Preconditions): Refused | null {
  const { enterprise, store, person } = facts;
  const names = { storeId: store.id, store: store.name, staff: person.name };
  const missing = (what: string, params: Record<string, string> = names) =>
    refused(409, `activation/${what}`, params);
  if (enterprise.certification !== "CERTIFIED") {
    return missing("enterprise-not-certified", { enterprise: enterprise.name });
  }
  if (enterprise.contract !== "SIGNED") {
    return missing("contract-not-signed", { enterprise: enterprise.name });
  }
  if (enterprise.shopBinding !== "BOUND") return missing("shop-not-bound");
  if (store.certification !== "certified") {
    return missing("store-not-certified", { ...names, state: store.certification });
  }
  if (store.departmentId === null) return missing("store-not-bound");
  if (person.status === "LEFT") return refused(403, "activation/left-company", names);
  const roles = facts.enterpriseId === person.enterpriseId ? rolesInStore(person, store.id) : [];
  if (!roles.includes("CASHIER")) return refused(403, "activation/no-cashier-role", names);
  if (facts.role !== "CASHIER") {
    return refused(403, "activation/wrong-role", { ...names, role: facts.role });
  }
  return null;
}

async function hasSignedIn(context: Context, terminal: string, staffNo: string): Promise<boolean> {
  const rows = await context.sql.query(
    `SELECT at FROM terminal_sign_in
     WHERE merchant_id = $1 AND terminal = $2 AND staff_no = $3 AND at > $4`,
    [context.merchantId, terminal, staffNo, context.now() - signInLifeMs],
  );
  return rows.length > 0;
}

async function open(context: Context, terminal: Terminal, person: Person): Promise<number> {
  if (terminal.activatedAt !== null) return terminal.activatedAt;
  const now = context.now();
  return context.sql.transaction(async (tx) => {
    const opened = await tx.query(
      `UPDATE terminal SET state = 'ACTIVATED', activated_at = $3, activated_by = $4
       WHERE merchant_id = $1 AND terminal = $2 AND state = 'ENROLLED' RETURNING terminal`,
      [context.merchantId, terminal.terminal, now, person.staffNo],
    );
    if (opened.length > 0) {
      await recordAudit(context, tx, {
        terminal: terminal.terminal,
        actor: person.staffNo,
        what: "terminal.activated",
        detail: { storeId: terminal.storeId, tillNumber: terminal.tillNumber },
      });
    }
    const rows = await tx.query<{ activated_at: number }>(
      "SELECT activated_at FROM terminal WHERE merchant_id = $1 AND terminal = $2",
      [context.merchantId, terminal.terminal],
    );
    return rows[0]?.activated_at ?? now;
  });
}

/**
 * Step 12 of the onboarding flow, second half: opens the till. Sent again it answers the same
 * instant. Refuses with 401 `sign-in/required`, or the first thing missing, as `activation/…`.
 */
export async function activate(
  context: Context,
  terminal: Terminal,
  asked: { staffNo: string; enterpriseId: string; role: RoleCode },
): Promise<{ activatedAt: number } | Refused> {
  const person = await findPerson(context, asked.staffNo);
  if (person === null || !(await hasSignedIn(context, terminal.terminal, asked.staffNo))) {
    return refused(401, "sign-in/required");
  }
  const store = await findStore(context, terminal.storeId);
  const enterprise = await enterpriseOfStore(context, terminal.storeId);
  if (store === null || enterprise === null) return refused(409, "activation/store-not-bound");
  const { enterpriseId, role } = asked;
  const missing = firstMissing({ enterprise, store, person, enterpriseId, role });
  return missing ?? { activatedAt: await open(context, terminal, person) };
}
