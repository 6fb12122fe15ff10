import type { Token } from "../../printing/tokenizer.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, nameOf, none, unknown, word } from "../command.ts";
import type { Press } from "../press.ts";
import { powerOnNotice } from "../status.ts";
import { permits } from "../wishes.ts";

/**
 * What a printer is told once and keeps. Source: Epson ESC/POS command reference, "customize
 * commands"; GS ( D, GS ( K.
 */
export const settingCommands: Commands = {
  "GS ( D": (press, bytes) => {
    if (bytes[5] !== 20) return unknown(bytes);
    for (const [a, b] of pairs(bytes.subarray(6))) {
      const request = permits[a as keyof typeof permits];
      if (request !== undefined) press.wishes.permit(request, (b & 1) === 1);
    }
    return none;
  },
  "GS ( E": (press, bytes) =>
    userSettings[bytes[5] ?? 0]?.(press, bytes.subarray(6)) ?? unknown(bytes),
  "GS ( K": (_press, bytes) => {
    const [, , , , , fn = 0, m = 0] = bytes;
    // Density is taken and leaves the paper as it is: dots are black or white here.
    if (fn === 49) return m <= 8 || m >= 250 ? none : unknown(bytes);
    const level = m & 0x0f;
    if (fn !== 50 || level > SPEEDS) return unknown(bytes);
    return [{ kind: "pace", share: level === 0 ? 1 : level / SPEEDS }];
  },
};

/** `GS ( K` function 50: 1 is the slowest; 0 the printer's own, which is the fastest. */
const SPEEDS = 13;

/** By function; the bytes begin behind it. Undefined: not as the function wants it. */
const userSettings: Readonly<
  Record<number, (press: Press, bytes: Uint8Array) => readonly Deed[] | undefined>
> = {
  1: (press, bytes) => {
    if (!isText(bytes, "IN")) return undefined;
    press.settings.isOpen = true;
    return answer(0x20);
  },
  2: (press, bytes) => {
    if (!press.settings.isOpen || !isText(bytes, "OUT")) return undefined;
    press.restart();
    const notice = press.settings.tellsPowerOn ? powerOnNotice() : Uint8Array.of();
    return [{ kind: "initialize" }, { kind: "watch", n: 0 }, { kind: "answer", bytes: notice }];
  },
  3: (press, bytes) => {
    if (!press.settings.isOpen || bytes.length === 0 || bytes.length % 9 !== 0) return undefined;
    for (let at = 0; at < bytes.length; at += 9) {
      press.settings.turn(bytes[at] ?? 0, bytes.subarray(at + 1, at + 9));
    }
    return [{ kind: "memory written" }];
  },
  4: (press, [a = 0]) => {
    const digits = press.settings.digits(a);
    return digits === null ? undefined : answer(0x21, ...digits);
  },
  5: (press, bytes) => {
    if (!press.settings.isOpen || bytes.length === 0 || bytes.length % 3 !== 0) return undefined;
    const places = Array.from({ length: bytes.length / 3 }, (_, index) => index * 3);
    const isTaken = places.map((at) =>
      press.settings.customise(bytes[at] ?? 0, word(bytes, at + 1)),
    );
    return isTaken.every(Boolean) ? [{ kind: "memory written" }] : undefined;
  },
  6: (press, [a = 0]) => {
    const value = press.settings.value(a);
    return value === null ? undefined : answer(0x27, ...digitsOf(a), 0x1f, ...digitsOf(value));
  },
};

/** `37`, what it is about, what there is to say, NUL. */
function answer(...said: readonly number[]): readonly Deed[] {
  return [{ kind: "answer", bytes: Uint8Array.of(0x37, ...said, 0x00) }];
}

const digitsOf = (value: number) => [...new TextEncoder().encode(String(value))];

const isText = (bytes: Uint8Array, text: string) => String.fromCharCode(...bytes) === text;

function pairs(bytes: Uint8Array): (readonly [number, number])[] {
  return Array.from({ length: bytes.length >> 1 }, (_, index) => {
    return [bytes[2 * index] ?? 0, bytes[2 * index + 1] ?? 0] as const;
  });
}

/** In the mode for user settings nothing else is obeyed, and nothing printed. */
export function isHeardInUserSettings(token: Token): boolean {
  return token.kind === "command" && ["GS ( E", "GS I"].includes(nameOf(token.bytes));
}
