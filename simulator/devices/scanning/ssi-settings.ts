/**
 * The parameters of an SSI scanner: numbers of one byte, or of two that begin with F0, and a value
 * each. Those that a host cannot see the effect of are kept and told, and change nothing.
 *
 * Source: Zebra SSI guides, PARAM_SEND and PARAM_REQUEST. The numbers are from the guides' tables
 * as they are commonly quoted [not read again here].
 */
export const TRIGGER_MODE = 0x8a;
export const HOST_TRIGGERS = 0x08;
export const DECODE_EVENT = 0xf000;
export const BOOT_EVENT = 0xf002;
const BEEP_ON_DECODE = 0x38;
const BEEPER_VOLUME = 0x8c;

const defaults: ReadonlyMap<number, number> = new Map([
  [BEEP_ON_DECODE, 1],
  [TRIGGER_MODE, 0],
  [BEEPER_VOLUME, 0],
  [DECODE_EVENT, 0],
  [BOOT_EVENT, 0],
]);

const EXTENDED = 0xf0;
const ALL = 0xfe;

export class SsiSettings {
  #kept = new Map(defaults);
  #values = new Map(defaults);

  value(number: number): number {
    return this.#values.get(number) ?? 0;
  }

  /** What was not kept is forgotten. */
  restart(): void {
    this.#values = new Map(this.#kept);
  }

  restore(): void {
    this.#kept = new Map(defaults);
    this.#values = new Map(defaults);
  }

  /** @returns what was set; null when it names a parameter that is not known here */
  set(pairs: readonly number[], isKept: boolean): readonly (readonly [number, number])[] | null {
    const set: (readonly [number, number])[] = [];
    for (let at = 0; at < pairs.length; ) {
      const { number, size } = numberAt(pairs, at);
      const value = pairs[at + size];
      if (value === undefined || !defaults.has(number)) return null;
      set.push([number, value]);
      at += size + 1;
    }
    for (const [number, value] of set) {
      this.#values.set(number, value);
      if (isKept) this.#kept.set(number, value);
    }
    return set;
  }

  /** Numbers and values of those asked for; those that are not known here are left out. */
  tell(asked: readonly number[]): readonly number[] {
    const numbers: number[] = [];
    for (let at = 0; at < asked.length; ) {
      const { number, size } = numberAt(asked, at);
      numbers.push(...(number === ALL ? defaults.keys() : [number]));
      at += size;
    }
    return numbers
      .filter((number) => defaults.has(number))
      .flatMap((number) => [...bytesOf(number), this.value(number)]);
  }
}

function numberAt(bytes: readonly number[], at: number): { number: number; size: 1 | 2 } {
  const first = bytes[at] ?? 0;
  if (first !== EXTENDED) return { number: first, size: 1 };
  return { number: (first << 8) | (bytes[at + 1] ?? 0), size: 2 };
}

const bytesOf = (number: number) => (number > 0xff ? [number >> 8, number & 0xff] : [number]);
