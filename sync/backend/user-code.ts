/** RFC 8628 section 6.1: consonants, so that no code is a word, and nothing looks like a digit. */
const letters = "BCDFGHJKLMNPQRSTVWXZ";
/** 240 of 256 byte values map evenly onto 20 letters; the rest are drawn again. */
const fair = 240;

/**
 * Eight letters, about 2^34.6 of them, as `XXXX-XXXX`.
 *
 * @param random as many bytes as asked for
 */
export function drawUserCode(random: (bytes: number) => Uint8Array): string {
  let drawn = "";
  while (drawn.length < 8) {
    for (const byte of random(16)) {
      if (byte < fair && drawn.length < 8) drawn += letters.charAt(byte % letters.length);
    }
  }
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

/** As people type it: case, dashes and spaces do not matter. Null when it cannot be a code. */
export function readUserCode(typed: string): string | null {
  const bare = typed.toUpperCase().replaceAll(/[\s‐-―-]/gu, "");
  if (!/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/.test(bare)) return null;
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}
