/**
 * The words of a scenario line and patterns that they are held against. A pattern is written as
 * the line itself, with slots: `paper ends after {count} lines`. The tables of patterns are the
 * language; nothing else knows it.
 */
import { type UsbName, usbNames } from "../ports/usbip/rack.ts";
import { type WiredName, wiredNames } from "../virtual-counter.ts";

export interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** Splits a line at spaces; `"…"` is one word; `#` begins a comment. Null: a quote has no end. */
export function wordsOf(line: string): readonly Word[] | null {
  const words: Word[] = [];
  let rest = line.trimStart();
  while (rest !== "" && !rest.startsWith("#")) {
    const [whole, quoted, plain] = /^(?:"([^"]*)"|([^\s"#]+))/.exec(rest) ?? [];
    if (whole === undefined) return null;
    words.push({ text: quoted ?? plain ?? "", isQuoted: quoted !== undefined });
    rest = rest.slice(whole.length).trimStart();
  }
  return words;
}

export interface Way {
  readonly device: WiredName;
  readonly lane: "toDevice" | "toHost";
}

/** What the slots of a pattern held; those that it does not have hold nothing of meaning. */
export interface Slots {
  readonly count: number;
  /** Milliseconds. */
  readonly time: number;
  /** Milliseconds; the second time in a pattern. */
  readonly gap: number;
  /** A word in quotes. */
  readonly text: string;
  /** Any one word, in quotes or not. */
  readonly label: string;
  readonly device: WiredName;
  /** The second device in a pattern. */
  readonly other: WiredName;
  /** A device with a USB plug. */
  readonly usb: UsbName;
  readonly way: Way;
  readonly hex: Uint8Array;
  /** A hundred is all. */
  readonly percent: number;
}

const noSlots: Slots = {
  count: 0,
  time: 0,
  gap: 0,
  text: "",
  label: "",
  device: "printer",
  other: "printer",
  usb: "printer",
  way: { device: "printer", lane: "toDevice" },
  hex: new Uint8Array(),
  percent: 0,
};

interface Read {
  readonly value: unknown;
  readonly used: number;
}

interface SlotKind {
  /** Of the words from here on; null when they are something else. */
  read(words: readonly Word[]): Read | null;
  /** For whoever wrote something else. */
  readonly expected: string;
}

const one = (value: unknown): Read | null => (value === null ? null : { value, used: 1 });

const numberIn = (word: Word | undefined, pattern: RegExp): number | null => {
  const digits = word === undefined || word.isQuoted ? undefined : pattern.exec(word.text)?.[1];
  return digits === undefined ? null : Number(digits);
};

function timeIn(word: Word | undefined): number | null {
  const ms = numberIn(word, /^(\d{1,7})ms$/);
  const seconds = numberIn(word, /^(\d{1,5}(?:\.\d{1,3})?)s$/);
  return ms ?? (seconds === null ? null : Math.round(seconds * 1000));
}

function wayIn([first, second]: readonly Word[]): Read | null {
  const device = wiredNames.find((name) => name === second?.text);
  if (device === undefined || (first?.text !== "to" && first?.text !== "from")) return null;
  return { value: { device, lane: first.text === "to" ? "toDevice" : "toHost" }, used: 2 };
}

function hexIn(words: readonly Word[]): Read | null {
  const end = words.findIndex(({ text }) => !/^[0-9a-f]{2}$/i.test(text));
  const pairs = words.slice(0, end === -1 ? words.length : end);
  if (pairs.length === 0) return null;
  const value = Uint8Array.from(pairs, ({ text }) => Number.parseInt(text, 16));
  return { value, used: pairs.length };
}

const time = {
  read: ([word]: readonly Word[]) => one(timeIn(word)),
  expected: "a time: 2s, 300ms",
};
const devices = wiredNames.join(" or ");

const device = {
  read: ([word]: readonly Word[]) => one(wiredNames.find((name) => name === word?.text) ?? null),
  expected: devices,
};

const slotKinds: Readonly<Record<keyof Slots, SlotKind>> = {
  count: {
    read: ([word]) => one(numberIn(word, /^(\d{1,7})(?:st|nd|rd|th)?$/)),
    expected: "a number",
  },
  time,
  gap: time,
  text: {
    read: ([word]) => (word?.isQuoted === true ? one(word.text) : null),
    expected: 'words in "quotes"',
  },
  label: { read: ([word]) => one(word?.text ?? null), expected: "a label" },
  device,
  other: device,
  usb: {
    read: ([word]) => one(usbNames.find((name) => name === word?.text) ?? null),
    expected: usbNames.join(" or "),
  },
  way: { read: wayIn, expected: `to or from ${devices}` },
  hex: { read: hexIn, expected: "bytes: 1b 40" },
  percent: {
    read: ([word]) => one(numberIn(word, /^(\d{1,3}(?:\.\d)?)%$/)),
    expected: "a share: 2%",
  },
};

export type Match =
  | { readonly isMatch: true; readonly slots: Slots; readonly used: number }
  /** `fits` words were right; then `expected` should have stood. */
  | { readonly isMatch: false; readonly fits: number; readonly expected: string };

/** Holds the beginning of a line against a pattern. */
export function match(pattern: string, words: readonly Word[]): Match {
  let slots = noSlots;
  let at = 0;
  for (const part of pattern.split(" ")) {
    const slot = slotIn(part);
    const read = slot === null ? literal(part, words[at]) : slotKinds[slot].read(words.slice(at));
    if (read === null) {
      const expected = slot === null ? part : slotKinds[slot].expected;
      return { isMatch: false, fits: at, expected };
    }
    if (slot !== null) slots = { ...slots, [slot]: read.value };
    at += read.used;
  }
  return { isMatch: true, slots, used: at };
}

function literal(part: string, word: Word | undefined): Read | null {
  return word !== undefined && !word.isQuoted && word.text === part ? one(part) : null;
}

function slotIn(part: string): keyof Slots | null {
  const name = /^\{(\w+)\}$/.exec(part)?.[1];
  return (Object.keys(slotKinds) as (keyof Slots)[]).find((each) => each === name) ?? null;
}
