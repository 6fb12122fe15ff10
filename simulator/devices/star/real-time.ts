import type { Condition } from "../printing/condition.ts";
import { Tokenizer } from "../printing/tokenizer.ts";
import type { Ear, RealTimeRequest } from "../printing/tongue.ts";
import type { StarSyntax } from "./extent.ts";
import { enqStatus, eotStatus, type StarWatch } from "./status.ts";

/** `ESC ACK SOH` asks for the status at once, whatever is being printed. */
const ASK = [0x1b, 0x06, 0x01];
export const [EOT, ENQ, FS] = [0x04, 0x05, 0x1c];

/**
 * What is obeyed on arrival: `ESC ACK SOH`, wherever it stands, and the single bytes `ENQ`, `EOT`
 * and `FS`, which are data inside a command. That the former is heard within data is a guess.
 *
 * Source: Star Line Mode Command Specifications, 3.3.12 and 3.3.14.
 */
export class StarEar implements Ear {
  readonly #syntax: StarSyntax;
  readonly #tokenizer: Tokenizer;
  readonly #watch: StarWatch;
  readonly #pulseMs: () => number;
  #heard = 0;

  /** @param syntax shared with the receive buffer @param pulseMs of the first connector, now */
  constructor(syntax: StarSyntax, watch: StarWatch, pulseMs: () => number) {
    this.#syntax = syntax;
    this.#tokenizer = new Tokenizer((head) => syntax.extentOf(head));
    this.#watch = watch;
    this.#pulseMs = pulseMs;
  }

  hear(byte: number): RealTimeRequest | null {
    const token = this.#tokenizer.push(byte);
    this.#heard = byte === ASK[this.#heard] ? this.#heard + 1 : byte === ASK[0] ? 1 : 0;
    if (this.#heard === ASK.length) {
      this.#heard = 0;
      return { kind: "answer", of: (now) => this.#watch.block(now) };
    }
    if (token?.kind !== "command" || token.bytes.length > 1) return null;
    if (byte === ENQ || byte === EOT) return this.#enquiry(byte === ENQ ? enqStatus : eotStatus);
    return byte === FS ? { kind: "pulse", pin: 2, onMs: this.#pulseMs() } : null;
  }

  /** Not while automatic status is on. */
  #enquiry(of: (now: Condition, isBufferEmpty: boolean) => number): RealTimeRequest | null {
    if (this.#watch.isAutomatic) return null;
    return { kind: "answer", of: (now, isEmpty) => Uint8Array.of(of(now, isEmpty)) };
  }

  clear(): void {
    this.#heard = 0;
    this.#tokenizer.clear();
    this.#syntax.reset();
  }
}
