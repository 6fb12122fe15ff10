import type { Bars } from "./barcode.ts";

/** Element widths of the values 0 to 106 (ISO/IEC 15417, table 1); 103-105 start, 106 stop. */
const widths = (
  "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 " +
  "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 " +
  "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 " +
  "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 " +
  "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 " +
  "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 " +
  "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 " +
  "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 " +
  "211214 211232 2331112"
).split(" ");

type CodeSet = "A" | "B" | "C";
const startValue: Readonly<Record<CodeSet, number>> = { A: 103, B: 104, C: 105 };
const changeValue: Readonly<Record<CodeSet, number>> = { A: 101, B: 100, C: 99 };

interface Reading {
  set: CodeSet | null;
  values: number[];
  text: string;
}

const isCodeSet = (letter: string): letter is CodeSet => ["A", "B", "C"].includes(letter);

/** Takes `{A`, `{B`, `{C`, `{S`, `{1`…`{4`, `{{`; false when the printer would refuse. */
function takeBrace(letter: string, reading: Reading): boolean {
  if (isCodeSet(letter)) {
    reading.values.push(reading.set === null ? startValue[letter] : changeValue[letter]);
    reading.set = letter;
    return true;
  }
  if (reading.set === null) return false;
  if (letter === "{" && reading.set === "B") return takeCharacter(0x7b, reading);
  if (letter === "S" && reading.set !== "C") reading.values.push(98);
  else if (letter === "1") reading.values.push(102);
  else if (letter === "2" && reading.set !== "C") reading.values.push(97);
  else if (letter === "3" && reading.set !== "C") reading.values.push(96);
  else return false;
  return true;
}

function takeCharacter(byte: number, reading: Reading): boolean {
  if (reading.set === null) return false;
  if (reading.set === "C") {
    if (byte > 99) return false;
    reading.values.push(byte);
    reading.text += String(byte).padStart(2, "0");
    return true;
  }
  const value = byte < 0x20 ? byte + 64 : byte - 0x20;
  const isIn = reading.set === "A" ? byte < 0x60 : byte >= 0x20 && byte < 0x80;
  if (!isIn) return false;
  reading.values.push(value);
  reading.text += byte < 0x20 || byte === 0x7f ? " " : String.fromCharCode(byte);
  return true;
}

/**
 * Code 128 as `GS k 73` takes it: the data begin with `{A`, `{B` or `{C`, and code set C holds
 * numbers 0 to 99 as single bytes. Null: data that the printer refuses.
 */
export function code128(data: Uint8Array): Bars | null {
  const reading: Reading = { set: null, values: [], text: "" };
  for (let index = 0; index < data.length; index += 1) {
    const byte = data[index] ?? 0;
    const isBrace = byte === 0x7b;
    if (isBrace) index += 1;
    const isTaken = isBrace
      ? takeBrace(String.fromCharCode(data[index] ?? 0), reading)
      : takeCharacter(byte, reading);
    if (!isTaken) return null;
  }
  if (reading.values.length < 2) return null;
  const sum = reading.values.reduce((total, value, place) => total + value * Math.max(1, place), 0);
  const drawn = [...reading.values, sum % 103, 106].map((value) => draw(widths[value] ?? ""));
  return { pattern: drawn.join(""), text: reading.text };
}

function draw(elements: string): string {
  return [...elements]
    .map((width, index) => (index % 2 === 0 ? "1" : "0").repeat(Number(width)))
    .join("");
}
