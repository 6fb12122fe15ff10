import type { Registration } from "#state/configuration.ts";
import type { DeviceAuthorizationRequest, DeviceAuthorizationResponse } from "#sync/protocol.ts";
import { recordAudit } from "./audit.ts";
import type { Context } from "./context.ts";
import { sha256Hex, thumbprintOf } from "./keys.ts";
import { type Refused, refused } from "./refusal.ts";
import { registrationOf } from "./registration.ts";
import { drawUserCode } from "./user-code.ts";

/** Seconds a code is good for. */
const codeLife = 600;
/** RFC 8628 section 3.5: what `slow_down` adds, for good. */
const slowDownMs = 5_000;
/** More terminals than this waiting at once is not a shop being set up. */
const waitingLimit = 1_000;

export interface Authorization {
  readonly terminal: string;
  readonly publicKey: string;
  readonly hostname: string;
  readonly deviceCodeHash: string;
  readonly userCode: string;
  readonly state: "PENDING" | "APPROVED" | "DENIED";
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly intervalMs: number;
  readonly polledAt: number | null;
}

export const authorizationColumns = `terminal, public_key AS "publicKey", hostname,
  device_code_hash AS "deviceCodeHash", user_code AS "userCode", state,
  created_at AS "createdAt", expires_at AS "expiresAt", interval_ms AS "intervalMs",
  polled_at AS "polledAt"`;

async function isCrowded(context: Context): Promise<boolean> {
  const rows = await context.sql.query<{ waiting: number }>(
    `SELECT count(*) AS waiting FROM device_authorization
     WHERE merchant_id = $1 AND state = 'PENDING' AND expires_at > $2`,
    [context.merchantId, context.now()],
  );
  return (rows[0]?.waiting ?? 0) >= waitingLimit;
}

/**
 * RFC 8628 section 3.1. A terminal that comes again with the same key gets a fresh code, and its
 * old one is void. Refuses with 429 `enrolment/too-many-waiting`.
 */
export async function authorizeDevice(
  context: Context,
  request: DeviceAuthorizationRequest,
): Promise<DeviceAuthorizationResponse | Refused> {
  if (await isCrowded(context)) return refused(429, "enrolment/too-many-waiting");
  const now = context.now();
  const deviceCode = Buffer.from(context.random(32)).toString("base64url");
  const userCode = drawUserCode(context.random);
  await context.sql.query(
    "DELETE FROM device_authorization WHERE merchant_id = $1 AND expires_at < $2",
    [context.merchantId, now - 24 * 3_600_000],
  );
  await context.sql.query(
    `INSERT INTO device_authorization (merchant_id, terminal, public_key, hostname,
       device_code_hash, user_code, state, created_at, expires_at, interval_ms)
     VALUES ($1, $2, $3, $4, $5, $6, 'PENDING', $7, $8, $9)
     ON CONFLICT (merchant_id, terminal) DO UPDATE SET
       hostname = excluded.hostname, device_code_hash = excluded.device_code_hash,
       user_code = excluded.user_code, state = excluded.state, polled_at = NULL,
       created_at = excluded.created_at, expires_at = excluded.expires_at,
       interval_ms = excluded.interval_ms`,
    [
      context.merchantId,
      thumbprintOf(request.public_key),
      request.public_key,
      request.hostname,
      sha256Hex(deviceCode),
      userCode,
      now,
      now + codeLife * 1000,
      context.pollInterval * 1000,
    ],
  );
  const verificationUri = `${context.url()}workbench/`;
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: verificationUri,
    verification_uri_complete: `${verificationUri}?code=${userCode}`,
    expires_in: codeLife,
    interval: context.pollInterval,
  };
}

export async function findAuthorization(
  context: Context,
  terminal: string,
): Promise<Authorization | null> {
  const rows = await context.sql.query<Authorization & Record<string, unknown>>(
    `SELECT ${authorizationColumns} FROM device_authorization
     WHERE merchant_id = $1 AND terminal = $2`,
    [context.merchantId, terminal],
  );
  return rows[0] ?? null;
}

export type TokenError = "authorization_pending" | "slow_down" | "access_denied" | "expired_token";
export type TokenAnswer = { readonly error: TokenError } | { readonly registration: Registration };
/** What a poll leads to, and how the authorization's pace changes. */
type Poll = { readonly error: TokenError; readonly intervalMs: number } | "approved";

/** RFC 8628 section 3.5, as a function of the authorization and the time. */
export function judgePoll(authorization: Authorization, deviceCode: string, now: number): Poll {
  const { state, polledAt, intervalMs } = authorization;
  if (sha256Hex(deviceCode) !== authorization.deviceCodeHash) {
    return { error: "expired_token", intervalMs };
  }
  if (state === "APPROVED") return "approved";
  if (state === "DENIED") return { error: "access_denied", intervalMs };
  if (now >= authorization.expiresAt) return { error: "expired_token", intervalMs };
  if (polledAt !== null && now - polledAt < intervalMs) {
    return { error: "slow_down", intervalMs: intervalMs + slowDownMs };
  }
  return { error: "authorization_pending", intervalMs };
}

/**
 * RFC 8628 section 3.4, for a request already proved to come from the terminal. An approved code
 * answers every time: the first answer may have been lost on the way.
 */
export async function pollToken(
  context: Context,
  authorization: Authorization,
  deviceCode: string,
): Promise<TokenAnswer> {
  const now = context.now();
  const poll = judgePoll(authorization, deviceCode, now);
  if (poll === "approved") {
    const registration = await registrationOf(context, authorization.terminal);
    return registration === null ? { error: "expired_token" } : { registration };
  }
  if (poll.error === "access_denied" || poll.error === "expired_token")
    return { error: poll.error };
  await context.sql.query(
    `UPDATE device_authorization SET polled_at = $3, interval_ms = $4
     WHERE merchant_id = $1 AND terminal = $2 AND device_code_hash = $5`,
    [
      context.merchantId,
      authorization.terminal,
      now,
      poll.intervalMs,
      authorization.deviceCodeHash,
    ],
  );
  return { error: poll.error };
}

/** Turns a terminal away. @returns false when no such code is waiting */
export async function denyDevice(
  context: Context,
  userCode: string,
  actor: string,
): Promise<boolean> {
  return context.sql.transaction(async (tx) => {
    const rows = await tx.query<{ terminal: string }>(
      `UPDATE device_authorization SET state = 'DENIED'
       WHERE merchant_id = $1 AND user_code = $2 AND state = 'PENDING' AND expires_at > $3
       RETURNING terminal`,
      [context.merchantId, userCode, context.now()],
    );
    const terminal = rows[0]?.terminal;
    if (terminal === undefined) return false;
    await recordAudit(context, tx, { terminal, actor, what: "terminal.denied", detail: {} });
    return true;
  });
}
