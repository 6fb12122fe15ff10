import { z } from "zod";
import { registration, roleCode, thumbprint } from "#state/configuration.ts";

/**
 * What a terminal and the backend say to each other over HTTP. Enrolment has the shape of the
 * device authorization grant (RFC 8628); every other request is signed with the terminal's key.
 * `sync/DESIGN.md` has the exchange in order.
 */

/** Paths of the backend. */
export const paths = {
  health: "/health",
  deviceAuthorization: "/device_authorization",
  token: "/token",
  configuration: "/terminal/configuration",
  signIn: "/terminal/sign-in",
  activate: "/terminal/activate",
  entries: "/terminal/entries",
} as const;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const hex256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().min(1).max(64);

/** RFC 8628 section 3.1, with the key whose possession every later request proves. */
export const deviceAuthorizationRequest = z.object({
  client_id: z.literal("guitai-terminal"),
  /** `x` of the JWK (RFC 8037): the raw public key, base64url. */
  public_key: base64url.length(43),
  /** A label to tell machines apart when approving; not an identity. */
  hostname: z.string().max(64),
});
export type DeviceAuthorizationRequest = z.infer<typeof deviceAuthorizationRequest>;

/** RFC 8628 section 3.2. `user_code` is `XXXX-XXXX` over 20 consonants. Times in seconds. */
export const deviceAuthorizationResponse = z.object({
  device_code: base64url,
  user_code: z.string().regex(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
  verification_uri: z.url(),
  verification_uri_complete: z.url(),
  expires_in: z.int().positive(),
  interval: z.int().positive(),
});
export type DeviceAuthorizationResponse = z.infer<typeof deviceAuthorizationResponse>;

/** RFC 8628 section 3.4; the request is signed, so a stolen device code is useless. */
export const tokenRequest = z.object({
  grant_type: z.literal("urn:ietf:params:oauth:grant-type:device_code"),
  client_id: z.literal("guitai-terminal"),
  device_code: base64url,
});

/** RFC 8628 section 3.5. Answered with status 400. */
export const tokenError = z.object({
  error: z.enum(["authorization_pending", "slow_down", "access_denied", "expired_token"]),
});

export const tokenResponse = z.object({ registration });

/** Why the backend refuses; the texts stand in `state/refusal.ts`. */
export const refusalResponse = z.object({
  refusal: z.object({
    code: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
    params: z.record(z.string(), z.string()).default({}),
  }),
});
export type RefusalResponse = z.infer<typeof refusalResponse>;

/** Step 12 of the onboarding flow: the cashier's account, checked by the backend. */
export const signInRequest = z.object({
  staffNo: z.string().regex(/^\w{1,50}$/),
  pin: z.string().regex(/^\d{6}$/),
});
export const signInResponse = z.object({
  staffNo: z.string(),
  name: z.string(),
  /** The enterprises this person belongs to, with their roles in this terminal's store. */
  enterprises: z.array(z.object({ id, name: z.string(), roles: z.array(roleCode) })),
});
export type SignInResponse = z.infer<typeof signInResponse>;

/** Opens the till for a person in a role: the backend checks every precondition. */
export const activateRequest = z.object({
  staffNo: z.string(),
  enterpriseId: id,
  role: roleCode,
});
export const activateResponse = z.object({ activatedAt: z.int() });

/** `document` is the exact JSON text that `signature` (Ed25519, base64url) covers. */
export const signedConfiguration = z.object({ document: z.string(), signature: base64url });

/** A ledger entry on the wire; `body` is the exact JSON text that the hash covers. */
export const wireEntry = z.object({
  seq: z.int().positive(),
  at: z.int(),
  kind: z.string().max(64),
  body: z.string().max(256 * 1024),
  prev: hex256,
  hash: hex256,
});
export type WireEntry = z.infer<typeof wireEntry>;

export const entriesRequest = z.object({
  terminal: thumbprint,
  epoch: z.int().positive(),
  entries: z.array(wireEntry).min(1).max(500),
});
export type EntriesRequest = z.infer<typeof entriesRequest>;

/** Everything up to `seq` is safe at the backend. Signed over `acknowledgementText`. */
export const acknowledgement = z.object({
  terminal: thumbprint,
  epoch: z.int().positive(),
  seq: z.int().nonnegative(),
  hash: hex256,
  signature: base64url,
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** The bytes an acknowledgement's signature covers. */
export function acknowledgementText(ack: Omit<Acknowledgement, "signature">): string {
  return `guitai-acknowledgement-1\n${ack.terminal}\n${ack.epoch}\n${ack.seq}\n${ack.hash}\n`;
}

/** Headers of a signed request. */
export const signatureHeaders = {
  terminal: "guitai-terminal",
  /** Milliseconds since 1970; the backend accepts 120 s of difference. */
  timestamp: "guitai-timestamp",
  /** Never used twice within ten minutes. */
  nonce: "guitai-nonce",
  signature: "guitai-signature",
} as const;

/** The bytes a request's signature covers; `bodySha256` in hex, of the exact body. */
export function signedRequestText(request: {
  readonly method: string;
  readonly path: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly bodySha256: string;
}): string {
  const { method, path, timestamp, nonce, bodySha256 } = request;
  return `guitai-request-1\n${method}\n${path}\n${timestamp}\n${nonce}\n${bodySha256}\n`;
}

/** An empty chain: `prev` of the first entry. */
export const genesisHash = "0".repeat(64);
