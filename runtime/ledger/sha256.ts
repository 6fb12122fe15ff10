import { hash } from "node:crypto";

/** SHA-256 (FIPS 180-4), lower-case hex. */
export const sha256Hex = (bytes: Uint8Array | string): string => hash("sha256", bytes, "hex");
