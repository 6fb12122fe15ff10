import { ESC } from "#drivers/wire/escpos.ts";
import { type Token, Tokenizer } from "../printing/tokenizer.ts";
import { StarSyntax } from "./extent.ts";
import { type KeptOrder, REWRITTEN } from "./logos.ts";

/** Of all macros together. */
const BYTES_MAX = 7936;
/** It is played whenever the printer starts. */
const INITIALIZATION = 0;
const LAST = 8;

const word = (bytes: ArrayLike<number>, index: number) =>
  (bytes[index] ?? 0) + 256 * (bytes[index + 1] ?? 0);

/**
 * Macros in NV memory, 0 to 8. The manual has no command that plays 1 to 8, so they are kept and
 * nothing more.
 *
 * Source: Star Line Mode Command Specifications, ESC GS +.
 */
export class Macros {
  #all: ReadonlyMap<number, Uint8Array> = new Map();

  /** Those of before are gone; what no longer fits is not written, nor anything behind it. */
  register(command: Uint8Array): KeptOrder {
    const all = new Map<number, Uint8Array>();
    let room = BYTES_MAX;
    for (let at = 4; at + 3 <= command.length; ) {
      const [type = 0, end] = [command[at], at + 3 + word(command, at + 1)];
      const data = command.slice(at + 3, end);
      room -= data.length;
      if (room < 0 || type > LAST) break;
      if (data.length > 0) all.set(type, data);
      at = end;
    }
    this.#all = all;
    return REWRITTEN;
  }

  /**
   * What it is made of; a command that is not whole is left out, and so are those that start the
   * printer anew: it would start for ever.
   */
  get initialization(): readonly Token[] {
    const syntax = new StarSyntax();
    const tokenizer = new Tokenizer((head) => syntax.extentOf(head));
    const bytes = this.#all.get(INITIALIZATION) ?? new Uint8Array();
    const tokens = [...bytes].flatMap((byte) => tokenizer.push(byte) ?? []);
    return tokens.filter((token) => token.kind === "character" || !restarts(token));
  }
}

/** `ESC GS +`, `ESC FS q`, `ESC RS L`. */
const restarting = ["1d 2b", "1c 71", "1e 4c"];

function restarts(token: Token): boolean {
  if (token.kind !== "command" || token.bytes[0] !== ESC) return token.kind === "oversized";
  const hex = [...token.bytes.subarray(1, 3)].map((byte) => byte.toString(16)).join(" ");
  return restarting.includes(hex);
}
