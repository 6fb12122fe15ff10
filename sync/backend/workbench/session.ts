import type { z } from "zod";
import { signInRequest } from "#sync/protocol.ts";
import type { Context } from "../context.ts";
import { sha256Hex } from "../keys.ts";
import { isRefused, type Refused, refused } from "../refusal.ts";
import { checkPin } from "../sign-in.ts";
import { findPerson, type Person } from "../staff.ts";

/** Seconds an administrator stays signed in. */
const sessionLife = 8 * 3_600;
const cookieName = "guitai_workbench";

export const workbenchSignIn = signInRequest;
export type WorkbenchSignIn = z.infer<typeof workbenchSignIn>;

/** The token in a `Cookie` header; null when there is none. */
export function readToken(cookieHeader: string | undefined): string | null {
  const pairs = (cookieHeader ?? "").split(";").map((pair) => pair.trim().split("="));
  const value = pairs.find(([name]) => name === cookieName)?.[1];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}

/** Not `Secure`: the workbench is on loopback, where there is no TLS. */
export function cookieFor(token: string, life = sessionLife): string {
  return `${cookieName}=${token}; Path=/workbench; HttpOnly; SameSite=Strict; Max-Age=${life}`;
}

/** Takes the cookie away. */
export const clearedCookie = cookieFor("", 0);

/** Only the token's hash is stored. Refuses as `checkPin`, and 403 `sign-in/not-administrator`. */
export async function openSession(
  context: Context,
  { staffNo, pin }: WorkbenchSignIn,
): Promise<{ person: Person; token: string } | Refused> {
  const person = await checkPin(context, { staffNo, pin, place: "workbench" });
  if (isRefused(person)) return person;
  if (!person.roles.includes("NR_ADMIN")) {
    return refused(403, "sign-in/not-administrator", { staff: person.name });
  }
  const token = Buffer.from(context.random(32)).toString("base64url");
  const now = context.now();
  const { merchantId, sql } = context;
  await sql.query("DELETE FROM workbench_session WHERE merchant_id = $1 AND expires_at < $2", [
    merchantId,
    now,
  ]);
  await sql.query(
    `INSERT INTO workbench_session (merchant_id, token_hash, staff_no, expires_at)
     VALUES ($1, $2, $3, $4)`,
    [merchantId, sha256Hex(token), staffNo, now + sessionLife * 1000],
  );
  return { person, token };
}

/** The administrator behind a token; one who left or lost the role is out at once. */
export async function findSession(context: Context, token: string | null): Promise<Person | null> {
  if (token === null) return null;
  const rows = await context.sql.query<{ staff_no: string }>(
    `SELECT staff_no FROM workbench_session
     WHERE merchant_id = $1 AND token_hash = $2 AND expires_at > $3`,
    [context.merchantId, sha256Hex(token), context.now()],
  );
  const staffNo = rows[0]?.staff_no;
  const person = staffNo === undefined ? null : await findPerson(context, staffNo);
  const isAdministrator = person?.status === "ACTIVE" && person.roles.includes("NR_ADMIN");
  return isAdministrator ? person : null;
}

export async function closeSession(context: Context, token: string | null): Promise<void> {
  if (token === null) return;
  await context.sql.query(
    "DELETE FROM workbench_session WHERE merchant_id = $1 AND token_hash = $2",
    [context.merchantId, sha256Hex(token)],
  );
}
