import type { Condition } from "../printing/condition.ts";
import type { Ear, RealTimeRequest } from "../printing/tongue.ts";

/** `ESC ACK SOH` asks for the status at once, whatever is being printed. */
const ASK = [0x1b, 0x06, 0x01];

export class StarEar implements Ear {
  readonly #block: (condition: Condition) => Uint8Array;
  #heard = 0;

  /** @param block the answer: automatic status as it is now */
  constructor(block: (condition: Condition) => Uint8Array) {
    this.#block = block;
  }

  hear(byte: number): RealTimeRequest | null {
    this.#heard = byte === ASK[this.#heard] ? this.#heard + 1 : byte === ASK[0] ? 1 : 0;
    if (this.#heard < ASK.length) return null;
    this.#heard = 0;
    return { kind: "answer", of: this.#block };
  }

  clear(): void {
    this.#heard = 0;
  }
}
