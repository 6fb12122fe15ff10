/**
 * Keyboards as their keycaps show them, row by row from the left: for a scanner that must find the
 * key of a character. A blank is a key without that sign.
 *
 * Source: HID usage tables, page 07, for the numbers of the keys; the makers' charts of the US,
 * German (QWERTZ) and French (AZERTY) keyboards.
 */
export interface Key {
  readonly usage: number;
  readonly held: "nothing" | "shift" | "altgr";
  /** Writes nothing before the space that must follow. */
  readonly isDead: boolean;
}

export const keyboardNames = ["us", "de", "fr"] as const;
export type KeyboardName = (typeof keyboardNames)[number];

const digitRow = [
  ...[0x35, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2d, 0x2e],
];
const topRow = [0x14, 0x1a, 0x08, 0x15, 0x17, 0x1c, 0x18, 0x0c, 0x12, 0x13, 0x2f, 0x30];
const homeRow = [0x04, 0x16, 0x07, 0x09, 0x0a, 0x0b, 0x0d, 0x0e, 0x0f, 0x33, 0x34, 0x31];
const bottomRow = [0x64, 0x1d, 0x1b, 0x06, 0x19, 0x05, 0x11, 0x10, 0x36, 0x37, 0x38];
const keycaps = [...digitRow, ...topRow, ...homeRow, ...bottomRow];

interface Chart {
  readonly plain: readonly string[];
  readonly shift: readonly string[];
  /** The key on which a sign stands third. */
  readonly altgr: Readonly<Record<string, number>>;
  readonly dead: string;
}

const charts: Readonly<Record<KeyboardName, Chart>> = {
  us: {
    plain: ["`1234567890-=", "qwertyuiop[]", "asdfghjkl;'\\", " zxcvbnm,./"],
    shift: ["~!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"|', " ZXCVBNM<>?"],
    altgr: {},
    dead: "",
  },
  de: {
    plain: ["^1234567890ß´", "qwertzuiopü+", "asdfghjklöä#", "<yxcvbnm,.-"],
    shift: ['°!"§$%&/()=?`', "QWERTZUIOPÜ*", "ASDFGHJKLÖÄ'", ">YXCVBNM;:_"],
    altgr: {
      ...{ "²": 0x1f, "³": 0x20, "{": 0x24, "[": 0x25, "]": 0x26, "}": 0x27 },
      ...{ "\\": 0x2d, "@": 0x14, "€": 0x08, "~": 0x30, "|": 0x64, µ: 0x10 },
    },
    dead: "^´`",
  },
  fr: {
    plain: ["²&é\"'(-è_çà)=", "azertyuiop $", "qsdfghjklmù*", "<wxcvbn,;:!"],
    shift: [" 1234567890°+", "AZERTYUIOP¨£", "QSDFGHJKLM%µ", ">WXCVBN?./§"],
    altgr: {
      ...{ "~": 0x1f, "#": 0x20, "{": 0x21, "[": 0x22, "|": 0x23, "`": 0x24, "\\": 0x25 },
      ...{ "^": 0x26, "@": 0x27, "]": 0x2d, "}": 0x2e, "€": 0x08, "¤": 0x30 },
    },
    dead: "¨~`",
  },
};

/** The key that writes a character; null when the keyboard has none. */
export function keyOf(name: KeyboardName, character: string): Key | null {
  const { plain, shift, altgr, dead } = charts[name];
  const isDead = dead.includes(character);
  if (character === " ") return { usage: 0x2c, held: "nothing", isDead: false };
  const third = altgr[character];
  if (third !== undefined) return { usage: third, held: "altgr", isDead };
  for (const [held, caps] of [
    ["nothing", plain],
    ["shift", shift],
  ] as const) {
    const usage = keycaps[[...caps.join("")].indexOf(character)];
    if (usage !== undefined) return { usage, held, isDead };
  }
  return null;
}
