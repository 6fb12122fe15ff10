import { KEY_ENTER, KEY_TAB, KEYPAD_ENTER } from "#drivers/wire/keyboard.ts";
import { type Millis, millis } from "#state/base/units.ts";
import type { Output, Timed } from "./device.ts";
import { type KeyboardName, keyOf } from "./keyboard-keys.ts";
import { guessSymbology, type Symbology, scanBytes } from "./serial-scanner.ts";

/**
 * A scanner that is a keyboard: it types what it reads, in reports of a boot keyboard, as fast and
 * as oddly as it is set up to.
 *
 * Source: HID 1.11, appendix B.1; rhythms from 1 ms (Datalogic BC2090) to 19 ms (NSC750) a key;
 * Alt codes and Ctrl+] for the separator as Honeywell's and Zebra's manuals have them.
 */
export const typingTerminators = ["enter", "keypad-enter", "tab", "tab-enter", "none"] as const;
export type TypingTerminator = (typeof typingTerminators)[number];

export interface TypingOptions {
  /** The keyboard that it takes the host to have; default `us`. */
  readonly layout?: KeyboardName;
  /** From one key to the next, in milliseconds; default 6. */
  readonly interKeyMs?: number;
  /** Default `enter`. */
  readonly terminator?: TypingTerminator;
  /** It takes Caps Lock for on, and so turns its letters. */
  readonly capsLock?: boolean;
  /** Every character as a number on the keypad while Alt is held. */
  readonly altCodes?: boolean;
  /** No release between two keys, where they differ. */
  readonly skipsReleases?: boolean;
  /** The AIM identifier first; default false, as scanners are shipped. */
  readonly aim?: boolean;
  readonly symbology?: Symbology;
}

export type KeyboardScannerAction =
  /** The operator pulls the trigger on a label. */
  | ({ readonly kind: "trigger"; readonly label: string } & TypingOptions)
  /** It sends a report as it is. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

export type KeyboardScannerEvent =
  | { readonly kind: "typed"; readonly label: string; readonly reports: number }
  | { readonly kind: "cannot be typed"; readonly character: string }
  | { readonly kind: "raw bytes"; readonly count: number }
  | { readonly kind: "scan dropped"; readonly why: "queue full" | "no power" };

/** What is down: modifiers and one key, 0 for none. */
type Picture = readonly [modifiers: number, usage: number];

const SHIFT = 0x02;
const CTRL = 0x01;
const ALT = 0x04;
const ALTGR = 0x40;
const SEPARATOR = "\u001d";
const SEPARATOR_KEY = 0x30;
const QUEUE_REPORTS_MAX = 100_000;
const RELEASE: Picture = [0, 0];

const ends = {
  enter: [KEY_ENTER],
  "keypad-enter": [KEYPAD_ENTER],
  tab: [KEY_TAB],
  "tab-enter": [KEY_TAB, KEY_ENTER],
  none: [],
} as const;

export class KeyboardScanner implements Timed {
  #queue: { readonly due: number; readonly report: Uint8Array }[] = [];
  #isOn = true;
  #scans = 0;

  /** How many labels it has typed since it was built. */
  get scans(): number {
    return this.#scans;
  }

  get deadline(): Millis | null {
    const first = this.#queue[0];
    return first === undefined ? null : millis(Math.ceil(first.due));
  }

  act(action: KeyboardScannerAction, now: Millis): Output<KeyboardScannerEvent> {
    if (!this.#isOn) return { writes: [], events: [{ kind: "scan dropped", why: "no power" }] };
    if (action.kind === "trigger") return this.trigger(action.label, action, now);
    const { bytes } = action;
    return { writes: [bytes], events: [{ kind: "raw bytes", count: bytes.length }] };
  }

  /** It has no lights: what the host says of them is lost. */
  receive(): Output<KeyboardScannerEvent> {
    return { writes: [], events: [] };
  }

  /** Without power it forgets what it was typing. */
  power(power: "on" | "off"): Output<KeyboardScannerEvent> {
    this.#isOn = power === "on";
    this.#queue = [];
    return { writes: [], events: [] };
  }

  /** The operator pulls the trigger; what is due at once is in the output. */
  trigger(label: string, options: TypingOptions, now: Millis): Output<KeyboardScannerEvent> {
    const keys = keysOf(label, options);
    if ("character" in keys) return { writes: [], events: [{ kind: "cannot be typed", ...keys }] };
    const pictures = keys.strokes.flatMap((stroke) => [...stroke, RELEASE]);
    if (this.#queue.length + pictures.length > QUEUE_REPORTS_MAX) {
      return { writes: [], events: [{ kind: "scan dropped", why: "queue full" }] };
    }
    this.#scans += 1;
    this.#enqueue(keys.strokes, options, now);
    const typed = { kind: "typed", label, reports: pictures.length } as const;
    return { writes: this.wake(now).writes, events: [typed] };
  }

  wake(now: Millis): Output<KeyboardScannerEvent> {
    const due = this.#queue.filter((each) => each.due <= now);
    this.#queue = this.#queue.slice(due.length);
    return { writes: due.map(({ report }) => report), events: [] };
  }

  #enqueue(
    strokes: readonly (readonly Picture[])[],
    { interKeyMs = 6, skipsReleases = false }: TypingOptions,
    now: Millis,
  ): void {
    let at = Math.max(now, this.#queue.at(-1)?.due ?? now);
    for (const [index, stroke] of strokes.entries()) {
      // A stroke of several reports takes its time from the keys in it.
      for (const [modifiers, usage] of stroke) {
        this.#queue.push({ due: at, report: reportOf(modifiers, usage) });
        at += usage === 0 ? 0 : interKeyMs / 2;
      }
      const next = strokes[index + 1]?.at(-1);
      const isSkipped = skipsReleases && next !== undefined && next[1] !== stroke.at(-1)?.[1];
      if (!isSkipped) this.#queue.push({ due: at, report: reportOf(...RELEASE) });
      at += interKeyMs / 2;
    }
  }
}

/** The keys of one label, each as the reports that press it; or the character that has none. */
function keysOf(
  label: string,
  options: TypingOptions,
): { readonly strokes: readonly (readonly Picture[])[] } | { readonly character: string } {
  const { symbology = guessSymbology(label), aim = false, terminator = "enter" } = options;
  const bytes = scanBytes(label, { symbology, aim, terminator: "none" });
  const strokes: (readonly Picture[])[] = [];
  for (const character of new TextDecoder().decode(bytes)) {
    const stroke = options.altCodes === true ? altCode(character) : strokesOf(character, options);
    if (stroke === null) return { character };
    strokes.push(...stroke);
  }
  strokes.push(...ends[terminator].map((usage) => [[0, usage] as const]));
  return { strokes };
}

function strokesOf(
  character: string,
  { layout = "us", capsLock = false }: TypingOptions,
): readonly (readonly Picture[])[] | null {
  if (character === SEPARATOR)
    return [
      [
        [CTRL, 0],
        [CTRL, SEPARATOR_KEY],
      ],
    ];
  const key = keyOf(layout, character);
  if (key === null) return null;
  const isTurned = capsLock && isTurnedByCapsLock(character, layout);
  const held = key.held === "altgr" ? ALTGR : (key.held === "shift") !== isTurned ? SHIFT : 0;
  const press: readonly Picture[] =
    held === 0
      ? [[0, key.usage]]
      : [
          [held, 0],
          [held, key.usage],
        ];
  return key.isDead ? [press, [[0, 0x2c]]] : [press];
}

/** Letters everywhere; on the French keyboard the row of digits too. */
function isTurnedByCapsLock(character: string, layout: KeyboardName): boolean {
  if (character.toLowerCase() !== character.toUpperCase()) return true;
  return layout === "fr" && /[0-9&"'(\-_]/.test(character);
}

/** `Alt` with a zero and three digits; the code of a byte, in Windows' western page. */
function altCode(character: string): readonly (readonly Picture[])[] | null {
  const code = character.charCodeAt(0);
  if (code > 0xff || (code >= 0x80 && code < 0xa0)) return null;
  const digits = String(code).padStart(4, "0");
  const typed = [...digits].flatMap((digit): Picture[] => {
    return [
      [ALT, 0x59 + ((Number(digit) + 9) % 10)],
      [ALT, 0],
    ];
  });
  return [[[ALT, 0], ...typed]];
}

function reportOf(modifiers: number, usage: number): Uint8Array {
  return Uint8Array.of(modifiers, 0, usage, 0, 0, 0, 0, 0);
}
