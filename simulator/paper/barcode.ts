/**
 * Bars of the article numbers as strings of modules, 1 dark and 0 light. The bench page draws them
 * too, so they do without the library that draws the other symbologies (`bwipp.ts`).
 *
 * Source: GS1 General Specifications 5.2 (EAN/UPC).
 */
export interface Bars {
  readonly pattern: string;
  /** What is written beside the bars. */
  readonly text: string;
}

const L = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split(
  " ",
);
const parities = "LLLLLL LLGLGG LLGGLG LLGGGL LGLLGG LGGLLG LGGGLL LGLGLG LGLGGL LGGLGL".split(" ");

const invert = (bits: string) => [...bits].map((bit) => (bit === "1" ? "0" : "1")).join("");
const reverse = (bits: string) => [...bits].reverse().join("");

function encodeDigit(digit: string, set: string): string {
  const left = L[Number(digit)] ?? "";
  if (set === "L") return left;
  return set === "R" ? invert(left) : reverse(invert(left));
}

const encodeDigits = (digits: string, sets: string) =>
  [...digits].map((digit, index) => encodeDigit(digit, sets[index] ?? "R")).join("");

/** The check digit of the digits before it: weights 3, 1 from the right. */
export function checkDigit(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

function withCheck(data: string, length: number): string | null {
  if (!/^\d+$/.test(data)) return null;
  if (data.length === length - 1) return data + checkDigit(data);
  if (data.length !== length) return null;
  return data.at(-1) === checkDigit(data.slice(0, -1)) ? data : null;
}

/** Null: not 12 digits, nor 13 with their right check digit. */
export function ean13(data: string): Bars | null {
  const text = withCheck(data, 13);
  if (text === null) return null;
  const left = encodeDigits(text.slice(1, 7), parities[Number(text[0])] ?? "LLLLLL");
  return { pattern: `101${left}01010${encodeDigits(text.slice(7), "RRRRRR")}101`, text };
}

/** Null: not 11 digits, nor 12 with their right check digit. */
export function upcA(data: string): Bars | null {
  const text = withCheck(data, 12);
  const bars = text === null ? null : ean13(`0${text}`);
  return bars === null || text === null ? null : { pattern: bars.pattern, text };
}

/** Null: not 7 digits, nor 8 with their right check digit. */
export function ean8(data: string): Bars | null {
  const text = withCheck(data, 8);
  if (text === null) return null;
  const left = encodeDigits(text.slice(0, 4), "LLLL");
  return { pattern: `101${left}01010${encodeDigits(text.slice(4), "RRRR")}101`, text };
}

const upcEParities = "GGGLLL GGLGLL GGLLGL GGLLLG GLGGLL GLLGGL GLLLGG GLGLGL GLGLLG GLLGLG".split(
  " ",
);

/** UPC-E of number system 0: six digits, whose parity says the check digit. */
export function upcEBars(six: string, check: string): string {
  return `101${encodeDigits(six, upcEParities[Number(check)] ?? "")}010101`;
}
