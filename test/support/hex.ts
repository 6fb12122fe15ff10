/** `1b 40` to bytes. Text from `#` to the end of a line is a comment. */
export function fromHex(text: string): Uint8Array {
  const digits = text.replace(/#.*$/gm, "").replace(/\s+/g, "");
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new TypeError(`not spaced hex: ${text}`);
  return Uint8Array.from(Buffer.from(digits, "hex"));
}

/** Bytes to `1b 40`. */
export function toHex(...chunks: readonly Uint8Array[]): string {
  return [...Buffer.concat(chunks)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
