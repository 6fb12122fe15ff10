import { printed } from "../../printing/deeds.ts";
import { type DrawnSymbol, matrixRow, sizeOf } from "../../printing/matrix-row.ts";
import type { Modes } from "../../printing/modes.ts";
import type { Deed } from "../../printing/tongue.ts";
import { unknown } from "../command.ts";

/** A two-dimensional symbology of `GS ( k`: its settings, and how its data become modules. */
export interface Symbology<Settings> {
  readonly name: string;
  /** Second byte of the answer to function 82. */
  readonly identifier: number;
  /** Without data, which are a setting like any other: function 80 stores them. */
  readonly initial: Settings;
  /** By function: what changes with the bytes behind it; null: out of range, nothing. */
  readonly sets: Readonly<Record<number, (values: Uint8Array) => Partial<Settings> | null>>;
  /** Null: nothing is stored, or it cannot be drawn. */
  draw(settings: Settings, areaWidth: number): DrawnSymbol | null;
}

const [PRINT, TELL_SIZE] = [81, 82];

/** Settings and data, which survive printing: it may print twice. */
export class SymbolStore<Settings> {
  readonly #symbology: Symbology<Settings>;
  #settings: Settings;

  constructor(symbology: Symbology<Settings>) {
    this.#symbology = symbology;
    this.#settings = symbology.initial;
  }

  reset(): void {
    this.#settings = this.#symbology.initial;
  }

  /** `GS ( k pL pH cn fn …`. */
  obey(command: Uint8Array, modes: Modes): readonly Deed[] {
    const fn = command[6] ?? 0;
    if (fn === PRINT) return this.#print(modes);
    if (fn === TELL_SIZE) return [{ kind: "answer", bytes: this.#size(modes) }];
    const set = this.#symbology.sets[fn];
    if (set === undefined) return unknown(command);
    this.#settings = { ...this.#settings, ...set(command.subarray(7)) };
    return [];
  }

  #print(modes: Modes): readonly Deed[] {
    const drawn = this.#draw(modes);
    if (drawn !== null) return printed(matrixRow(drawn, modes));
    return printed({ refused: `${this.#symbology.name}: nothing stored that it can hold` });
  }

  #size(modes: Modes): Uint8Array {
    const drawn = this.#draw(modes);
    const size = drawn === null ? { widthDots: 0, heightDots: 0 } : sizeOf(drawn);
    return sizeAnswer(this.#symbology.identifier, size, modes);
  }

  #draw(modes: Modes): DrawnSymbol | null {
    return this.#symbology.draw(this.#settings, modes.areaWidth);
  }
}

/** `37`, identifier, width, height, 1, 0 when it can be printed or 1, NUL; 1F between them. */
export function sizeAnswer(
  identifier: number,
  { widthDots, heightDots }: { readonly widthDots: number; readonly heightDots: number },
  { areaWidth }: Modes,
): Uint8Array {
  const isPrintable = widthDots > 0 && widthDots <= areaWidth;
  const text = `${widthDots}\x1f${heightDots}\x1f1\x1f${isPrintable ? 0 : 1}\0`;
  return Uint8Array.of(0x37, identifier, ...new TextEncoder().encode(text));
}

/** A change when a number is in range, nothing when it is not. */
export const within = <Change>(n: number, [least, most]: readonly [number, number], to: Change) =>
  n >= least && n <= most ? to : null;

/** Settings with plain data, and function 80 that stores them behind its m. */
export interface Stored {
  readonly data: Uint8Array;
}

export const nothing: Stored = { data: new Uint8Array() };
export const storeData = { 80: (values: Uint8Array): Stored => ({ data: values.slice(1) }) };

export const latin = (data: Uint8Array) => String.fromCharCode(...data);
