import { scrypt, timingSafeEqual } from "node:crypto";
import type { StaffMember } from "#state/configuration.ts";

/** Compares a PIN with its verifier, off the event loop: scrypt with N 32768, r 8, p 1. */
export function isRightPin(member: StaffMember, pin: string): Promise<boolean> {
  const expected = Buffer.from(member.pinHash, "base64url");
  const salt = Buffer.from(member.pinSalt, "base64url");
  const options = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, expected.length, options, (error, derived) => {
      if (error !== null) reject(error);
      else resolve(timingSafeEqual(derived, expected));
    });
  });
}
