import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import type { Queries } from "./store/sql.ts";

/** Lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** RFC 7638 over the members RFC 8037 requires of an Ed25519 key, in lexical order. */
export function thumbprintOf(publicKey: string): string {
  const members = `{"crv":"Ed25519","kty":"OKP","x":"${publicKey}"}`;
  return createHash("sha256").update(members).digest("base64url");
}

/** @returns base64url */
export function signText(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text), key).toString("base64url");
}

/** @param publicKey raw, base64url; a malformed one is a signature that does not hold */
export function isSignedBy(text: string, signature: string, publicKey: string): boolean {
  try {
    const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** The raw public half of a private key, base64url. */
export function publicHalf(privateKey: KeyObject): string {
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  return x ?? "";
}

/** The merchant's signing key, made on first use and kept in the store. */
export async function backendKey(sql: Queries, merchantId: string): Promise<KeyObject> {
  const fresh = generateKeyPairSync("ed25519").privateKey;
  await sql.query(
    `INSERT INTO backend_key (merchant_id, private_key) VALUES ($1, $2)
     ON CONFLICT (merchant_id) DO NOTHING`,
    [merchantId, new Uint8Array(fresh.export({ format: "der", type: "pkcs8" }))],
  );
  const rows = await sql.query<{ private_key: Uint8Array }>(
    "SELECT private_key FROM backend_key WHERE merchant_id = $1",
    [merchantId],
  );
  const kept = Buffer.from(rows[0]?.private_key ?? []);
  return createPrivateKey({ key: kept, format: "der", type: "pkcs8" });
}
