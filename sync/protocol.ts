import { z } from "zod";

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
/** RFC 7638 thumbprint of the terminal's Ed25519 key: its identity everywhere. */
export const thumbprint = base64url.length(43);
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

/** Where a terminal belongs, once approved. */
export const registration = z.object({
  merchantId: id,
  enterpriseName: z.string().min(1).max(200),
  storeId: id,
  storeName: z.string().min(1).max(100),
  storeAddress: z.string().max(200),
  storePhone: z.string().max(30),
  /** The till's number in its store, `01` to `99`: part of every receipt number. */
  tillNumber: z.string().regex(/^\d{2}$/),
  /** Raw Ed25519 key of the backend, base64url: it signs configuration and acknowledgements. */
  backendKey: base64url.length(43),
});
export type Registration = z.infer<typeof registration>;
export const tokenResponse = z.object({ registration });

/** Why the backend refuses; the texts stand in `state/refusal.ts`. */
export const refusalResponse = z.object({
  refusal: z.object({
    code: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
    params: z.record(z.string(), z.string()).default({}),
  }),
});
export type RefusalResponse = z.infer<typeof refusalResponse>;

export const roleCode = z.enum(["CASHIER", "STORE_MANAGER", "NR_ADMIN"]);
export type RoleCode = z.infer<typeof roleCode>;

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

/** One article. Prices include tax. */
export const catalogueItem = z.object({
  /** The shop's own number, up to 5 digits: what in-store weight codes carry. */
  plu: z.string().regex(/^\d{1,5}$/),
  /** GTIN as printed under the bars: 8, 12 or 13 digits; null for articles without one. */
  gtin: z
    .string()
    .regex(/^\d{8}$|^\d{12,13}$/)
    .nullable(),
  nameZh: z.string().min(1).max(60),
  nameEn: z.string().min(1).max(80),
  /** In fen: for one piece, or for one kilogram. */
  unitPrice: z.int().positive().max(100_000_00),
  /** UN/ECE Recommendation 20: `EA` each, `KGM` kilogram. */
  unit: z.enum(["EA", "KGM"]),
  /** Value added tax in basis points: 1300, 900, 600 or 0. */
  taxRate: z.int().min(0).max(10_000),
  department: z.string().max(20),
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

/** In-store codes: what the digits of a 13- or 18-digit label mean is the shop's own rule. */
export const inStoreCode = z.object({
  prefix: z.string().regex(/^\d{2}$/),
  length: z.union([z.literal(13), z.literal(18)]),
  /** 1-based position and length of the PLU and of the value. */
  plu: z.tuple([z.int().positive(), z.int().positive()]),
  value: z.tuple([z.int().positive(), z.int().positive()]),
  /** `weight`: grams. `amount`: fen. */
  meaning: z.enum(["weight", "amount"]),
});
export type InStoreCode = z.infer<typeof inStoreCode>;

/** A cashier as the terminal knows them, so that signing on works with no network. */
export const staffMember = z.object({
  staffNo: z.string(),
  name: z.string(),
  roles: z.array(roleCode),
  /** scrypt (N 32768, r 8, p 1, 32 bytes) of the PIN; both base64url. */
  pinSalt: base64url,
  pinHash: base64url,
});
export type StaffMember = z.infer<typeof staffMember>;

/** Everything a terminal needs to sell, in one signed, versioned document. */
export const configuration = z.object({
  /** Grows by one with every change; a lower one is refused. */
  version: z.int().positive(),
  terminal: thumbprint,
  storeId: id,
  currency: z.literal("CNY"),
  /** Civil time of the store, east of UTC. */
  utcOffsetMinutes: z.int().min(-720).max(840),
  receiptFooter: z.string().max(200),
  /** The receipt's QR code leads here, with the receipt number appended. */
  receiptUri: z.url(),
  staff: z.array(staffMember),
  inStoreCodes: z.array(inStoreCode),
  items: z.array(catalogueItem),
});
export type Configuration = z.infer<typeof configuration>;
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
