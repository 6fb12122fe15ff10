/** Spaced hex, as manuals print it. White space of any kind parts bytes. */
export function fromHex(text: string): Uint8Array {
  const words = text.trim() === "" ? [] : text.trim().split(/\s+/);
  return Uint8Array.from(words, (word) => {
    if (!/^[0-9a-f]{2}$/i.test(word)) throw new Error(`not a byte in hex: ${word}`);
    return Number.parseInt(word, 16);
  });
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
