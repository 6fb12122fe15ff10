import type { SignInResponse } from "#sync/protocol.ts";
import { beginAttempt, forgiveAttempts } from "./attempts.ts";
import { recordAudit } from "./audit.ts";
import type { Context } from "./context.ts";
import { isPin, nobodysPin } from "./pin.ts";
import { isRefused, type Refused, refused } from "./refusal.ts";
import { enterpriseOfStore, type Terminal } from "./registration.ts";
import { findPerson, type Person, rolesInStore } from "./staff.ts";

/** Failures of one person before the wait begins. */
const personLimit = 5;
/** Failures from one place, whoever was tried: stops one PIN being tried on everybody. */
const placeLimit = 20;

/**
 * Checks a person's PIN. Whoever asks cannot tell an unknown number from a wrong PIN: both take
 * as long, count as much and are answered alike; the audit trail knows the difference.
 *
 * Refuses with 401 `sign-in/wrong-pin`, 423 `sign-in/locked` (with `seconds`), and once the PIN is
 * right 403 `activation/left-company`.
 *
 * @param place where the keyboard is: a terminal's thumbprint, or `workbench`
 */
export async function checkPin(
  context: Context,
  { staffNo, pin, place }: { staffNo: string; pin: string; place: string },
): Promise<Person | Refused> {
  const budgets = [
    { subject: `place:${place}`, limit: placeLimit },
    { subject: `staff:${staffNo}`, limit: personLimit },
  ];
  const seconds = await beginAttempt(context, budgets);
  if (seconds > 0) return refused(423, "sign-in/locked", { seconds: `${seconds}` });
  const person = await findPerson(context, staffNo);
  const isRight = await isPin(pin, person ?? nobodysPin);
  if (person === null || !isRight) {
    const detail = { staffNo, reason: person === null ? "unknown-staff" : "wrong-pin" };
    const terminal = place === "workbench" ? "" : place;
    const event = { terminal, actor: place, what: "sign-in.failed", detail };
    await recordAudit(context, context.sql, event);
    return refused(401, "sign-in/wrong-pin");
  }
  await forgiveAttempts(context, budgets);
  if (person.status === "LEFT") {
    return refused(403, "activation/left-company", { staff: person.name });
  }
  return person;
}

/** Step 12 of the onboarding flow, first half: who is this, and what are they in this store? */
export async function signIn(
  context: Context,
  terminal: Terminal,
  { staffNo, pin }: { staffNo: string; pin: string },
): Promise<SignInResponse | Refused> {
  const person = await checkPin(context, { staffNo, pin, place: terminal.terminal });
  if (isRefused(person)) return person;
  const enterprise = await enterpriseOfStore(context, terminal.storeId);
  await context.sql.query(
    `INSERT INTO terminal_sign_in (merchant_id, terminal, staff_no, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (merchant_id, terminal, staff_no) DO UPDATE SET at = excluded.at`,
    [context.merchantId, terminal.terminal, person.staffNo, context.now()],
  );
  const belongs = enterprise !== null && enterprise.id === person.enterpriseId;
  const { id, name } = enterprise ?? { id: "", name: "" };
  const roles = rolesInStore(person, terminal.storeId);
  return {
    staffNo: person.staffNo,
    name: person.name,
    enterprises: belongs ? [{ id, name, roles }] : [],
  };
}
