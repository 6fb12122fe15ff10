import { signatureHeaders, signedRequestText } from "#sync/protocol.ts";
import type { Context } from "./context.ts";
import { isSignedBy, sha256Hex } from "./keys.ts";
import { type Refused, refused } from "./refusal.ts";

/** The clocks of terminal and backend may differ by this much. */
const clockToleranceMs = 120_000;
/** A nonce is remembered for this long; an older request is stale anyhow. */
const nonceLifeMs = 600_000;

export interface SignedRequest {
  readonly method: string;
  /** With the query, as sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

interface Proof {
  readonly terminal: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
}

const badSignature = (reason: string) => refused(401, "request/bad-signature", { reason });

function readProof(headers: SignedRequest["headers"]): Proof | null {
  const read = (name: string, shape: RegExp) => {
    const value = headers[name];
    return typeof value === "string" && shape.test(value) ? value : null;
  };
  const terminal = read(signatureHeaders.terminal, /^[\w-]{43}$/);
  const timestamp = read(signatureHeaders.timestamp, /^\d{1,15}$/);
  const nonce = read(signatureHeaders.nonce, /^[\x21-\x7e]{8,64}$/);
  const signature = read(signatureHeaders.signature, /^[\w-]{86}$/);
  if (terminal === null || timestamp === null || nonce === null || signature === null) return null;
  return { terminal, timestamp, nonce, signature };
}

async function isFreshNonce(context: Context, proof: Proof): Promise<boolean> {
  const { merchantId, sql } = context;
  const now = context.now();
  await sql.query("DELETE FROM nonce WHERE merchant_id = $1 AND terminal = $2 AND used_at < $3", [
    merchantId,
    proof.terminal,
    now - nonceLifeMs,
  ]);
  const rows = await sql.query(
    `INSERT INTO nonce (merchant_id, terminal, nonce, used_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING nonce`,
    [merchantId, proof.terminal, proof.nonce, now],
  );
  return rows.length === 1;
}

/** The terminal that a request claims to be from; null when it claims nothing readable. */
export function claimedTerminal(headers: SignedRequest["headers"]): string | null {
  return readProof(headers)?.terminal ?? null;
}

/**
 * Proves that a request comes from the holder of the key, is of now, and is the first of its kind.
 * Refuses with 401 `request/bad-signature`, `request/stale-clock` (with `serverTime`, milliseconds
 * since 1970) or `request/replayed`. The clock is told only to the holder of the key.
 *
 * @param publicKey raw, base64url; null for a terminal that nobody knows
 */
export async function proveRequest(
  context: Context,
  request: SignedRequest,
  publicKey: string | null,
): Promise<Refused | null> {
  const proof = readProof(request.headers);
  if (proof === null) return badSignature("incomplete");
  if (publicKey === null) return badSignature("unknown-terminal");
  const text = signedRequestText({
    method: request.method,
    path: request.path,
    timestamp: proof.timestamp,
    nonce: proof.nonce,
    bodySha256: sha256Hex(request.body),
  });
  if (!isSignedBy(text, proof.signature, publicKey)) return badSignature("mismatch");
  const now = context.now();
  if (Math.abs(now - Number(proof.timestamp)) > clockToleranceMs) {
    return refused(401, "request/stale-clock", { serverTime: `${now}` });
  }
  return (await isFreshNonce(context, proof)) ? null : refused(401, "request/replayed");
}
