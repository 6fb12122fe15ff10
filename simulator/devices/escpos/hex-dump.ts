import type { PaperRow } from "#simulator/paper/paper.ts";
import type { Token } from "../printing/tokenizer.ts";
import { typed } from "./typed.ts";

/** A byte takes three columns in hex and one as a character; the two are a column apart. */
const COLUMNS_PER_BYTE = 4;
const BYTES_PER_LINE_MAX = 10;
/** Presses of the feed button that end it. */
const PRESSES = 3;

/**
 * Prints what it receives as it is, in hex and as characters: a full line at once, the rest at the
 * next press of the feed button. A command that has begun comes when it ends.
 *
 * Source: Epson TM-T88III, "hexadecimal dump".
 */
export class HexDump {
  #bytes: number[] = [];
  #pressesLeft = 0;

  get isOn(): boolean {
    return this.#pressesLeft > 0;
  }

  start(columns: number): readonly PaperRow[] {
    this.#bytes = [];
    this.#pressesLeft = PRESSES;
    const words =
      "Hexadecimal Dump\nTo terminate hexadecimal dump,\npress FEED button three times.";
    return typed(`${words}\n`, columns);
  }

  take(token: Token, columns: number): readonly PaperRow[] {
    this.#bytes.push(...bytesOf(token));
    const perLine = bytesPerLine(columns);
    const rows: PaperRow[] = [];
    while (this.#bytes.length >= perLine) {
      rows.push(...lineOf(this.#bytes.splice(0, perLine), columns));
    }
    return rows;
  }

  press(columns: number): readonly PaperRow[] {
    if (!this.isOn) return [];
    this.#pressesLeft -= 1;
    const rest = this.#bytes.splice(0);
    return rest.length === 0 ? [] : lineOf(rest, columns);
  }

  clear(): void {
    this.#bytes = [];
    this.#pressesLeft = 0;
  }
}

function bytesOf(token: Token): Iterable<number> {
  if (token.kind === "character") return [token.byte];
  // Of a command too long to be kept its head is all there is.
  return token.kind === "command" ? token.bytes : token.head;
}

function bytesPerLine(columns: number): number {
  return Math.min(BYTES_PER_LINE_MAX, Math.floor((columns - 1) / COLUMNS_PER_BYTE));
}

function lineOf(bytes: readonly number[], columns: number): readonly PaperRow[] {
  const hex = bytes.map((byte) => `${byte.toString(16).toUpperCase().padStart(2, "0")} `).join("");
  const signs = bytes.map((byte) => (byte < 0x20 || byte > 0x7e ? "." : String.fromCharCode(byte)));
  return typed(`${hex.padEnd(3 * bytesPerLine(columns) + 1)}${signs.join("")}\n`, columns);
}
