import { scrypt, timingSafeEqual } from "node:crypto";

/** The cost that `staffMember` of the protocol promises. 33 MB a check. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const hashBytes = 32;

export interface PinHash {
  /** Both base64url. */
  readonly pinSalt: string;
  readonly pinHash: string;
}

function derive(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** @param salt 16 random bytes */
export async function hashPin(pin: string, salt: Uint8Array): Promise<PinHash> {
  const hash = await derive(pin, salt);
  return {
    pinSalt: Buffer.from(salt).toString("base64url"),
    pinHash: hash.toString("base64url"),
  };
}

export async function isPin(pin: string, kept: PinHash): Promise<boolean> {
  const wanted = Buffer.from(kept.pinHash, "base64url");
  const given = await derive(pin, Buffer.from(kept.pinSalt, "base64url"));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** What an unknown person is checked against, so that the answer takes as long. */
export const nobodysPin: PinHash = {
  pinSalt: Buffer.alloc(16).toString("base64url"),
  pinHash: Buffer.alloc(hashBytes).toString("base64url"),
};

/** PINs that are tried first: one digit repeated, runs up or down, the tail of the mobile. */
export function isWeakPin(pin: string, mobile: string): boolean {
  const runs = "01234567890123456789";
  const reversed = [...runs].reverse().join("");
  const digits = new Set(pin);
  return digits.size < 3 || runs.includes(pin) || reversed.includes(pin) || mobile.endsWith(pin);
}
