const ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** How data are written: digits alone and capitals alone take less room than bytes. */
export type QrMode = "numeric" | "alphanumeric" | "byte";

export function modeOf(text: string): QrMode {
  if (/^\d+$/.test(text)) return "numeric";
  return /^[\dA-Z $%*+./:-]+$/.test(text) ? "alphanumeric" : "byte";
}

/** The indicator, and the bits of the count below version 10 and from it on. */
const heads = { numeric: [1, 10, 12], alphanumeric: [2, 9, 11], byte: [4, 8, 16] } as const;

interface Room {
  readonly version: number;
  /** Light bits before everything else. */
  readonly leadBits: number;
  readonly bytes: number;
}

/**
 * The codewords of data, filled up to their number; null when there are too many.
 *
 * Source: ISO/IEC 18004, 8.4.
 */
export function qrBits(data: Uint8Array, { version, leadBits, bytes }: Room): number[] | null {
  const mode = modeOf(String.fromCharCode(...data));
  const [indicator, small, large] = heads[mode];
  const head =
    bitsOf(0, leadBits) + bitsOf(indicator, 4) + bitsOf(data.length, version < 10 ? small : large);
  const bits = head + bodies[mode](data);
  if (bits.length > 8 * bytes || data.length >= 1 << (version < 10 ? small : large)) return null;
  const ended = bits + "0".repeat(Math.min(4, 8 * bytes - bits.length));
  const whole = ended.padEnd(8 * Math.ceil(ended.length / 8), "0");
  const codewords = [...whole.matchAll(/.{8}/g)].map(([each]) => Number.parseInt(each, 2));
  const fill = (_: unknown, at: number) => (at % 2 === 0 ? 0xec : 0x11);
  return [...codewords, ...Array.from({ length: bytes - codewords.length }, fill)];
}

const bitsOf = (value: number, count: number) =>
  count === 0 ? "" : value.toString(2).padStart(count, "0");

const bodies: Readonly<Record<QrMode, (data: Uint8Array) => string>> = {
  numeric: (data) =>
    [...String.fromCharCode(...data).matchAll(/\d{1,3}/g)]
      .map(([digits]) => bitsOf(Number(digits), digits.length * 3 + 1))
      .join(""),
  alphanumeric: (data) =>
    [...String.fromCharCode(...data).matchAll(/..?/g)]
      .map(([pair]) => {
        const [first = "", second] = pair;
        const value = ALPHANUMERIC.indexOf(first);
        return second === undefined
          ? bitsOf(value, 6)
          : bitsOf(45 * value + ALPHANUMERIC.indexOf(second), 11);
      })
      .join(""),
  byte: (data) => [...data].map((each) => bitsOf(each, 8)).join(""),
};
