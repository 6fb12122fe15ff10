import type { Ear, RealTimeRequest } from "../printing/tongue.ts";

/** `ESC ACK SOH` asks for the status at once, whatever is being printed. */
const ASK = [0x1b, 0x06, 0x01];

export class StarEar implements Ear {
  #heard = 0;

  hear(byte: number): RealTimeRequest | null {
    this.#heard = byte === ASK[this.#heard] ? this.#heard + 1 : byte === ASK[0] ? 1 : 0;
    if (this.#heard < ASK.length) return null;
    this.#heard = 0;
    return { kind: "send status block" };
  }

  clear(): void {
    this.#heard = 0;
  }
}
