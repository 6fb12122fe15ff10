import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { CodedError } from "#state/base/coded-error.ts";

/** The terminal's own Ed25519 key (RFC 8032): made here, and it never leaves this machine. */
export interface Identity {
  /** RFC 7638 thumbprint of the public key, base64url: what the terminal is called everywhere. */
  readonly thumbprint: string;
  /** The raw public key, base64url: `x` of its JWK (RFC 8037). */
  readonly publicKey: string;
  /** Ed25519 signature of UTF-8 text, base64url. */
  sign(text: string): string;
}

/**
 * Reads the key, or makes one. It is durable before it is used: an entry signed by a key that a
 * power cut took away could never be explained.
 *
 * @param file PKCS #8 PEM, readable by its owner only
 * @throws CodedError `identity/too-open` when others may read the file
 */
export function openIdentity(file: string): Identity {
  if (!existsSync(file)) createKey(file);
  const mode = statSync(file).mode & 0o077;
  if (mode !== 0 && process.platform !== "win32") {
    throw new CodedError("identity/too-open", {
      what: `The terminal's key file ${file} can be read by other users of this machine`,
      fix: `Run: chmod 600 ${file}`,
    });
  }
  return describe(createPrivateKey(readFileSync(file)));
}

function createKey(file: string): void {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  const fresh = `${file}.new`;
  writeFileSync(fresh, pem, { mode: 0o600 });
  const descriptor = openSync(fresh, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(fresh, file);
}

function describe(privateKey: KeyObject): Identity {
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return {
    publicKey: x,
    thumbprint: thumbprintOf(x),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
  };
}

/** RFC 7638: SHA-256 over the required members, in lexicographic order, without spaces. */
export function thumbprintOf(publicKey: string): string {
  const members = JSON.stringify({ crv: "Ed25519", kty: "OKP", x: publicKey });
  return hash("sha256", members, "base64url");
}

/**
 * @param publicKey raw Ed25519 key, base64url
 * @param signature base64url
 */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({
    key: { crv: "Ed25519", kty: "OKP", x: publicKey },
    format: "jwk",
  });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
}
