import { randomBytes } from "node:crypto";

/**
 * UUID version 7 (RFC 9562 section 5.7): random, and rising with time, so that an index of them
 * grows at its end.
 *
 * @param at milliseconds since 1970
 */
export function uuidV7(at: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** 256 random bits, base64url: a key for a page, or a nonce. */
export const randomKey = (): string => randomBytes(32).toString("base64url");
