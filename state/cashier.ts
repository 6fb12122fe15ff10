import { isIn } from "./chart.ts";
import type { Configuration, StaffMember } from "./configuration.ts";
import type { Entry } from "./fact.ts";
import type { Input } from "./input.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { type Decision, happened, nothing, type Person, type Terminal } from "./terminal.ts";
import { wholeSeconds } from "./time.ts";

/** Signing on and off, and the lock after wrong PINs. The counters survive a restart. */

const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 900_000;

export function evolveCashier(t: Terminal, { at, fact }: Entry): Terminal {
  switch (fact.type) {
    case "cashier.signedOn": {
      const { [fact.staffNo]: _, ...signOnFailures } = t.signOnFailures;
      const cashier: Person = { staffNo: fact.staffNo, name: fact.name };
      return { ...t, cashier, signOnFailures, sale: null };
    }
    case "cashier.signOnFailed": {
      const count = (t.signOnFailures[fact.staffNo]?.count ?? 0) + 1;
      const failures = { count, lastAt: at };
      return { ...t, signOnFailures: { ...t.signOnFailures, [fact.staffNo]: failures } };
    }
    case "cashier.signedOff":
      return { ...t, cashier: null, sale: null };
    default:
      return t;
  }
}

/** Milliseconds until another PIN may be tried: 30 s after the fifth, doubling to 15 minutes. */
export function lockedForMs(t: Terminal, staffNo: string, at: number): number {
  const failures = t.signOnFailures[staffNo];
  if (failures === undefined || failures.count < freeTries) return 0;
  const wait = Math.min(firstWaitMs * 2 ** (failures.count - freeTries), longestWaitMs);
  return Math.min(Math.max(failures.lastAt + wait - at, 0), longestWaitMs);
}

function refuseLocked(t: Terminal, staffNo: string, at: number) {
  const locked = lockedForMs(t, staffNo, at);
  return locked > 0 ? refuse("cashier/locked", { seconds: String(wholeSeconds(locked)) }) : null;
}

/** Whose PIN to check, or why it will not be checked at all. */
export function pinToCheck(
  t: Terminal,
  staffNo: string,
  configuration: Configuration | null,
  at: number,
): StaffMember | Refusal {
  if (!isIn(t.chart, "signedOff")) return refuse("sale/not-now").notice;
  const locked = refuseLocked(t, staffNo, at);
  if (locked !== null) return locked.notice;
  const person = configuration?.staff.find((one) => one.staffNo === staffNo);
  return person ?? refuse("cashier/wrong-pin").notice;
}

/** A PIN whose check was still under way when the lock began counts for nothing. */
export function decidePin(
  t: Terminal,
  { staffNo, isRight }: Extract<Input, { type: "pinChecked" }>,
  configuration: Configuration | null,
  at: number,
): Decision {
  const person = configuration?.staff.find((one) => one.staffNo === staffNo);
  if (!isIn(t.chart, "signedOff") || person === undefined) return nothing;
  const locked = refuseLocked(t, staffNo, at);
  if (locked !== null) return locked;
  if (!isRight) {
    return {
      facts: [{ type: "cashier.signOnFailed", staffNo }],
      notice: { code: "cashier/wrong-pin", params: {} },
    };
  }
  if (!person.roles.includes("CASHIER")) {
    return refuse("cashier/no-cashier-role", { name: person.name });
  }
  return happened({ type: "cashier.signedOn", staffNo, name: person.name });
}

export function decideSignOff(t: Terminal): Decision {
  if (isIn(t.chart, "items", "tendering")) return refuse("cashier/sale-open");
  return isIn(t.chart, "signedIn")
    ? happened({ type: "cashier.signedOff" })
    : refuse("sale/not-now");
}
