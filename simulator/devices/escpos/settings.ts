const SWITCHES = 8;

/** Customised values that a printer is delivered with, by their number in `GS ( E`. */
const delivered: Readonly<Record<number, number>> = {
  /** NV user memory: 1 KB. */
  1: 1,
  /** NV graphics: 256 KB. */
  2: 5,
  /** Paper: 80 mm. */
  3: 6,
  /** Density: 100 %. */
  5: 0,
  /** Speed: the fastest of 13. */
  6: 13,
};

const ASCII_ZERO = 0x30;

/**
 * What `GS ( E` sets: memory switches and customised values. They outlive the power; what is
 * written counts from the next start on, which leaving the mode is.
 *
 * Source: Epson ESC/POS command reference and TM-T88III programming guide, GS ( E functions 1 to 6.
 */
export class UserSettings {
  /** Between "IN" and "OUT". */
  isOpen = false;
  readonly #switches = new Map<number, number>();
  readonly #values = new Map<number, number>();
  #started = { powerOnNotice: false, graphicsValue: this.value(2) ?? 0 };

  /** Memory switch 1-1. */
  get tellsPowerOn(): boolean {
    return this.#started.powerOnNotice;
  }

  /** Customised value 2, in steps of 64 KB from none. */
  get graphicsBytes(): number {
    return (this.#started.graphicsValue - 1) * 65_536;
  }

  /** Power-on, or the end of the mode. */
  restart(): void {
    this.isOpen = false;
    this.#started = {
      powerOnNotice: ((this.#switches.get(1) ?? 0) & 1) === 1,
      graphicsValue: this.value(2) ?? 0,
    };
  }

  /** `b8…b1` in ASCII: 0 off, 1 on, 2 as it is. */
  turn(number: number, digits: Uint8Array): void {
    const before = this.#switches.get(number) ?? 0;
    const bits = [...digits].reverse().reduce((all, digit, at) => {
      const isOn = digit === ASCII_ZERO ? 0 : digit === ASCII_ZERO + 1 ? 1 : (before >> at) & 1;
      return all | (isOn << at);
    }, 0);
    this.#switches.set(number, bits);
  }

  /** The same eight digits; null: there is no such switch. */
  digits(number: number): readonly number[] | null {
    if (number < 1 || number > SWITCHES) return null;
    const bits = this.#switches.get(number) ?? 0;
    return [7, 6, 5, 4, 3, 2, 1, 0].map((at) => ASCII_ZERO + ((bits >> at) & 1));
  }

  /** False: there is no such value. */
  customise(number: number, value: number): boolean {
    if (delivered[number] === undefined) return false;
    this.#values.set(number, value);
    return true;
  }

  value(number: number): number | null {
    return this.#values.get(number) ?? delivered[number] ?? null;
  }
}
