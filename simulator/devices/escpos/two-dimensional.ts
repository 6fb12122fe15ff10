import { printed } from "../printing/deeds.ts";
import type { Modes } from "../printing/modes.ts";
import { QrStore } from "../printing/symbols.ts";
import type { Deed } from "../printing/tongue.ts";
import { Pdf417Store } from "./pdf417.ts";

const PDF417 = 0x30;
const QR = 0x31;

/** `GS ( k pL pH cn fn …`: the stores of the two-dimensional symbols. */
export class TwoDimensional {
  readonly #qr = new QrStore();
  readonly #pdf417 = new Pdf417Store();

  reset(): void {
    this.#qr.reset();
    this.#pdf417.reset();
  }

  obey(command: Uint8Array, modes: Modes): readonly Deed[] {
    const [, , , , , cn, fn = 0, n = 0] = command;
    if (cn === QR) return this.#qrFunction(fn, command, modes);
    if (cn === PDF417 && fn === 81) return printed(this.#pdf417.print(modes));
    const isSet = cn === PDF417 && this.#pdf417.set(fn, n, command);
    return isSet ? [] : unknown(command);
  }

  #qrFunction(fn: number, command: Uint8Array, modes: Modes): readonly Deed[] {
    const n = command[7] ?? 0;
    if (fn === 67) this.#qr.size(n);
    else if (fn === 69) this.#qr.level(n);
    else if (fn === 80) this.#qr.store(command.slice(8));
    else if (fn === 81) return printed(this.#qr.print(modes));
    else if (fn === 82) return [{ kind: "answer", bytes: this.#qr.sizeAnswer(modes) }];
    else if (fn !== 65) return unknown(command);
    return [];
  }
}

const unknown = (command: Uint8Array): readonly Deed[] => [
  { kind: "unknown", bytes: command.subarray(0, 8) },
];
