import type { Bars } from "./barcode.ts";
import { bwippBars } from "./bwipp.ts";

/** Symbol values, ISO/IEC 15417, table 1. */
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
  const values = reading.values.map((value) => `^${String(value).padStart(3, "0")}`);
  const pattern = bwippBars("code128", values.join(""), { raw: true });
  return pattern === null ? null : { pattern, text: reading.text };
}
