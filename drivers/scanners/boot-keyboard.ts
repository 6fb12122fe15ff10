import {
  AT_KEYS,
  AT_MODIFIERS,
  BOOT_REPORT_LENGTH,
  ERROR_ROLL_OVER,
  KEY_CAPS_LOCK,
  KEY_NUM_LOCK,
  KEY_SCROLL_LOCK,
  KEYPAD_0,
  KEYPAD_1,
  LEFT_ALT,
  LEFT_CTRL,
  LEFT_SHIFT,
  RIGHT_ALT,
  RIGHT_CTRL,
  RIGHT_SHIFT,
} from "#drivers/wire/keyboard.ts";

/** A key that went down, with what was held beside it; or a number typed while Alt was held. */
export type Stroke =
  | {
      readonly type: "key";
      readonly usage: number;
      readonly ctrl: boolean;
      readonly shift: boolean;
      readonly altGr: boolean;
      readonly capsLock: boolean;
    }
  | { readonly type: "alt-code"; readonly code: number };

/** Digits of an Alt code; GB 18030 needs five. */
const ALT_DIGITS_MAX = 5;

/**
 * Turns reports, each a picture of the keys that are down, into strokes. A key that is in two
 * reports in a row was pressed once; scanners may leave out the release between different keys.
 *
 * Source: HID 1.11, appendices B.1 and C; Windows' Alt codes: digits of the keypad while Alt is
 * held, done when it is let go.
 */
export class BootKeyboard {
  #down: readonly number[] = [];
  #altDigits: string | null = null;
  #capsLock = false;
  #isAltHeld = false;

  /** A number is being typed, which takes many reports to become one stroke. */
  get isAltHeld(): boolean {
    return this.#isAltHeld;
  }

  /** @returns null when it is no report of a boot keyboard */
  take(bytes: Uint8Array): readonly Stroke[] | null {
    const report = bytes.length === BOOT_REPORT_LENGTH + 1 ? bytes.subarray(1) : bytes;
    if (report.length !== BOOT_REPORT_LENGTH) return null;
    const keys = [...report.subarray(AT_KEYS)].filter((usage) => usage > ERROR_ROLL_OVER);
    // Too many keys at once: which ones is not said, so nothing is known to have changed.
    if (report.subarray(AT_KEYS).includes(ERROR_ROLL_OVER)) return [];
    const modifiers = report[AT_MODIFIERS] ?? 0;
    const fresh = keys.filter((usage) => !this.#down.includes(usage));
    this.#down = keys;
    this.#isAltHeld = (modifiers & (LEFT_ALT | RIGHT_ALT)) !== 0;
    const done = this.#altCode();
    return [...done, ...fresh.flatMap((usage) => this.#press(usage, modifiers))];
  }

  #altCode(): readonly Stroke[] {
    if (this.#isAltHeld) return [];
    const digits = this.#altDigits;
    this.#altDigits = null;
    return digits === null ? [] : [{ type: "alt-code", code: Number(digits) }];
  }

  #press(usage: number, modifiers: number): readonly Stroke[] {
    const isHeld = (bits: number) => (modifiers & bits) !== 0;
    if (usage === KEY_CAPS_LOCK) this.#capsLock = !this.#capsLock;
    if ([KEY_CAPS_LOCK, KEY_NUM_LOCK, KEY_SCROLL_LOCK].includes(usage)) return [];
    if (isHeld(LEFT_ALT | RIGHT_ALT) && usage >= KEYPAD_1 && usage <= KEYPAD_0) {
      const digit = String((usage - KEYPAD_1 + 1) % 10);
      this.#altDigits = `${this.#altDigits ?? ""}${digit}`.slice(-ALT_DIGITS_MAX);
      return [];
    }
    const ctrl = isHeld(LEFT_CTRL | RIGHT_CTRL);
    return [
      {
        type: "key",
        usage,
        // Ctrl with Alt is AltGr on keyboards that have none.
        ctrl: ctrl && !isHeld(LEFT_ALT),
        shift: isHeld(LEFT_SHIFT | RIGHT_SHIFT),
        altGr: isHeld(RIGHT_ALT) || (ctrl && isHeld(LEFT_ALT)),
        capsLock: this.#capsLock,
      },
    ];
  }
}
