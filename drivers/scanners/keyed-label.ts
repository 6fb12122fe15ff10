import type { Stroke } from "#drivers/scanners/boot-keyboard.ts";
import {
  characterOf,
  type KeyboardLayout,
  withoutDeadKeys,
} from "#drivers/scanners/keyboard-layout.ts";
import { labelText } from "#drivers/scanners/label-text.ts";
import { CR, LF } from "#drivers/wire/escpos.ts";
import {
  KEY_6,
  KEY_BACKSLASH,
  KEY_ENTER,
  KEY_LEFT_BRACKET,
  KEY_MINUS,
  KEY_NON_US_HASH,
  KEY_RIGHT_BRACKET,
  KEY_TAB,
  KEYPAD_ENTER,
} from "#drivers/wire/keyboard.ts";

const TAB = 0x09;
const ENDS: readonly number[] = [KEY_ENTER, KEYPAD_ENTER, KEY_TAB];
const END_CODES: readonly number[] = [CR, LF, TAB];

/** Ctrl with a key by its place, not its sign: the same keys on every layout. [unverified] */
const controls = new Map([
  [KEY_LEFT_BRACKET, 0x1b],
  [KEY_BACKSLASH, 0x1c],
  [KEY_NON_US_HASH, 0x1c],
  [KEY_RIGHT_BRACKET, 0x1d],
  [KEY_6, 0x1e],
  [KEY_MINUS, 0x1f],
]);

/** Enter, keypad Enter, Tab, or one of their codes: the end of a label. */
export function isEnd(stroke: Stroke, layout: KeyboardLayout): boolean {
  if (stroke.type === "alt-code") return END_CODES.includes(stroke.code);
  if (ENDS.includes(stroke.usage)) return true;
  return stroke.ctrl && END_CODES.includes(controlOf(stroke, layout) ?? 0);
}

/**
 * The bytes that strokes stand for; null when a key writes nothing that a label can hold, because
 * a label with a hole in it may be another label.
 *
 * A scanner that takes Caps Lock for on sends every letter the other way round. So when the label
 * makes sense only like that, as an EAN or UPC whose check digit is right, that is how it is read.
 */
export function bytesOf(strokes: readonly Stroke[], layout: KeyboardLayout): Uint8Array | null {
  const asTyped = read(strokes, layout, false);
  if (asTyped !== null && isArticle(asTyped)) return asTyped;
  const turned = read(strokes, layout, true);
  return turned !== null && isArticle(turned) ? turned : asTyped;
}

const latin = new TextDecoder("windows-1252");
const utf8 = new TextEncoder();

function read(
  strokes: readonly Stroke[],
  layout: KeyboardLayout,
  isTurned: boolean,
): Uint8Array | null {
  const parts: number[][] = [];
  let typed: string[] = [];
  const take = (code: readonly number[]) => {
    parts.push([...utf8.encode(withoutDeadKeys(typed))], [...code]);
    typed = [];
  };
  for (const stroke of strokes) {
    if (stroke.type === "alt-code") take(codeBytes(stroke.code));
    else {
      const control = stroke.ctrl ? controlOf(stroke, layout) : null;
      const held = { ...stroke, capsLock: stroke.capsLock !== isTurned };
      const character = stroke.ctrl ? null : characterOf(layout, stroke.usage, held);
      if (control !== null) take([control]);
      else if (character === null) return null;
      else typed.push(character);
    }
  }
  take([]);
  const bytes = Uint8Array.from(parts.flat());
  // High Alt codes are bytes of UTF-8 or GB 18030, or else letters of Windows' western page.
  if (labelText(bytes) !== null) return bytes;
  const western = parts.flatMap((part) => {
    const [only = 0] = part;
    return part.length === 1 && only >= 0x80
      ? [...utf8.encode(latin.decode(Uint8Array.of(only)))]
      : part;
  });
  return Uint8Array.from(western);
}

function controlOf(
  { usage, shift, altGr, capsLock }: Extract<Stroke, { type: "key" }>,
  layout: KeyboardLayout,
): number | null {
  const letter = characterOf(layout, usage, { shift, altGr, capsLock })?.toUpperCase() ?? "";
  return /^[A-Z]$/.test(letter) ? letter.charCodeAt(0) - 0x40 : (controls.get(usage) ?? null);
}

/** Up to 255 one byte; above, as a Chinese Windows takes them, the two of a GBK character. */
const codeBytes = (code: number) => (code > 0xff ? [(code >> 8) & 0xff, code & 0xff] : [code]);

/** Digits of an article with a right check digit, behind the identifier of an article or none. */
export function isArticle(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const digits = /^(?:\]E[04])?(\d{8}|\d{12,14})$/.exec(text)?.[1];
  if (digits === undefined) return false;
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
