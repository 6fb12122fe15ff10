import { printed } from "../printing/deeds.ts";
import type { Modes } from "../printing/modes.ts";
import { QrStore } from "../printing/symbols.ts";
import type { Deed } from "../printing/tongue.ts";
import { unknown } from "./command.ts";
import { aztec } from "./symbols/aztec.ts";
import { composite } from "./symbols/composite.ts";
import { dataMatrix } from "./symbols/data-matrix.ts";
import { maxicode } from "./symbols/maxicode.ts";
import { pdf417 } from "./symbols/pdf417.ts";
import { stackedDataBar } from "./symbols/stacked-databar.ts";
import { SymbolStore, sizeAnswer } from "./symbols/symbology.ts";

const QR = 0x31;
const QR_SIZE = 0x36;

/** `GS ( k pL pH cn fn …`: the stores of the two-dimensional symbols. */
export class TwoDimensional {
  readonly #qr = new QrStore();
  readonly #stores: Readonly<Record<number, Pick<SymbolStore<unknown>, "reset" | "obey">>> = {
    48: new SymbolStore(pdf417),
    50: new SymbolStore(maxicode),
    51: new SymbolStore(stackedDataBar),
    52: new SymbolStore(composite),
    53: new SymbolStore(aztec),
    54: new SymbolStore(dataMatrix),
  };

  reset(): void {
    this.#qr.reset();
    for (const store of Object.values(this.#stores)) store.reset();
  }

  obey(command: Uint8Array, modes: Modes): readonly Deed[] {
    const [, , , , , cn = 0, fn = 0] = command;
    if (cn === QR) return this.#qrFunction(fn, command, modes);
    return this.#stores[cn]?.obey(command, modes) ?? unknown(command);
  }

  #qrFunction(fn: number, command: Uint8Array, modes: Modes): readonly Deed[] {
    const n = command[7] ?? 0;
    if (fn === 65) this.#qr.model(n);
    else if (fn === 67) this.#qr.size(n);
    else if (fn === 69) this.#qr.level(n);
    else if (fn === 80) this.#qr.store(command.slice(8));
    else if (fn === 81) return printed(this.#qr.print(modes));
    else if (fn === 82) return [this.#qrSize(modes)];
    else return unknown(command);
    return [];
  }

  #qrSize(modes: Modes): Deed {
    const dots = this.#qr.sizeDots;
    const size = { widthDots: dots, heightDots: dots };
    return { kind: "answer", bytes: sizeAnswer(QR_SIZE, size, modes) };
  }
}
