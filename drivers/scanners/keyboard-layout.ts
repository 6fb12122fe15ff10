import {
  KEY_A,
  KEY_NON_US_BACKSLASH,
  KEY_SPACE,
  KEYPAD_DOT,
  KEYPAD_SLASH,
} from "#drivers/wire/keyboard.ts";

/**
 * What a key writes. A scanner that types sends keys, not characters, and picks them by the layout
 * that it is set up for; whoever reads them must assume the same one.
 */
export interface KeyboardLayout {
  readonly rows: readonly Row[];
  /** Caps Lock turns the row of digits as well. */
  readonly capsTurnsDigits: boolean;
}

/**
 * Neighboring usages from `from` on, one character each; a space where a key writes nothing. A
 * combining mark is a dead key: it waits for the next character.
 */
interface Row {
  readonly from: number;
  readonly plain: string;
  readonly shift: string;
  /** With the right Alt key. */
  readonly altGr?: string;
}

/** Space, and the keypad with Num Lock: alike everywhere. */
const common: readonly Row[] = [
  { from: KEY_SPACE, plain: "\u00a0", shift: "\u00a0" },
  { from: KEYPAD_SLASH, plain: "/*-+ 1234567890", shift: "/*-+ 1234567890" },
  { from: KEYPAD_DOT, plain: ".", shift: "." },
];

/** From A to 0. */
const lettersAndDigits = KEY_A;
/** From the key right of 0 to the slash: minus, equals, brackets, … */
const punctuation = KEY_SPACE + 1;

/**
 * Sources: HID usage tables, page 07, for the places; ISO/IEC 9995 and the makers' keyboard charts
 * for the German and French signs. Dead on the German one: circumflex, acute, grave; on the French
 * one: circumflex, diaeresis, and with AltGr tilde and grave.
 */
export const keyboardLayouts = {
  us: {
    capsTurnsDigits: false,
    rows: [
      ...common,
      {
        from: lettersAndDigits,
        plain: "abcdefghijklmnopqrstuvwxyz1234567890",
        shift: "ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()",
      },
      { from: punctuation, plain: "-=[]\\\\;'`,./", shift: '_+{}||:"~<>?' },
      { from: KEY_NON_US_BACKSLASH, plain: "\\", shift: "|" },
    ],
  },
  de: {
    capsTurnsDigits: false,
    rows: [
      ...common,
      {
        from: lettersAndDigits,
        plain: "abcdefghijklmnopqrstuvwxzy1234567890",
        shift: 'ABCDEFGHIJKLMNOPQRSTUVWXZY!"§$%&/()=',
        altGr: "    €       µ   @          ²³   {[]}",
      },
      {
        from: punctuation,
        plain: "ß\u0301ü+##öä\u0302,.-",
        shift: "?\u0300Ü*''ÖÄ°;:_",
        altGr: "\\  ~        ",
      },
      { from: KEY_NON_US_BACKSLASH, plain: "<", shift: ">", altGr: "|" },
    ],
  },
  fr: {
    capsTurnsDigits: true,
    rows: [
      ...common,
      {
        from: lettersAndDigits,
        plain: "qbcdefghijkl,noparstuvzxyw&é\"'(-è_çà",
        shift: "QBCDEFGHIJKL?NOPARSTUVZXYW1234567890",
        altGr: "    €                      \u0303#{[|\u0300\\^@",
      },
      {
        from: punctuation,
        plain: ")=\u0302$**mù²;:!",
        shift: "°+\u0308£µµM% ./§",
        altGr: "]} ¤        ",
      },
      { from: KEY_NON_US_BACKSLASH, plain: "<", shift: ">" },
    ],
  },
} as const satisfies Readonly<Record<string, KeyboardLayout>>;

export type LayoutName = keyof typeof keyboardLayouts;

export interface Held {
  readonly shift: boolean;
  readonly altGr: boolean;
  readonly capsLock: boolean;
}

/** The character of a key; null where it writes none. */
export function characterOf(
  { rows, capsTurnsDigits }: KeyboardLayout,
  usage: number,
  { shift, altGr, capsLock }: Held,
): string | null {
  const row = rows.find(({ from, plain }) => usage >= from && usage < from + plain.length);
  if (row === undefined) return null;
  const at = usage - row.from;
  const [plain = " ", shifted = " "] = [row.plain[at], row.shift[at]];
  const isTurned = capsLock && (isLetter(plain) || (capsTurnsDigits && /\d/.test(shifted)));
  const character = altGr ? (row.altGr?.[at] ?? " ") : shift !== isTurned ? shifted : plain;
  // A space that a key writes is the one of the space bar, written here as no-break space.
  if (character === " ") return null;
  return character === "\u00a0" ? " " : character;
}

const isLetter = (character: string) => character.toUpperCase() !== character.toLowerCase();

/** What a dead key writes by itself, with a space behind it. */
const spacing = new Map([
  ["\u0300", "`"],
  ["\u0301", "´"],
  ["\u0302", "^"],
  ["\u0303", "~"],
  ["\u0308", "¨"],
]);

/** Characters as typed, with each dead key and the character behind it made one. */
export function withoutDeadKeys(characters: readonly string[]): string {
  let text = "";
  let dead = "";
  for (const character of characters) {
    const alone = spacing.get(dead);
    if (alone === undefined) {
      if (!spacing.has(character)) text += character;
      dead = spacing.has(character) ? character : "";
      continue;
    }
    const joined = (character + dead).normalize("NFC");
    if (character === " ") text += alone;
    else text += joined.length === 1 ? joined : alone + (spacing.get(character) ?? character);
    dead = "";
  }
  return text + (spacing.get(dead) ?? "");
}
