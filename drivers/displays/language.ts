import type { DisplayUnshowable, Figure } from "#drivers/displays/signal.ts";
import { STX } from "#drivers/wire/aim.ts";
import {
  CD5220_LOWER,
  CD5220_STRING,
  CD5220_UPPER,
  DISPLAY_CLEAR,
  DISPLAY_COLUMNS,
  DMD_POSITION,
  DMD_PREFIX,
  LED8_DIGITS,
  LED8_LIGHT,
  LED8_LIGHTS_ASCII,
  LED8N_LIGHTS,
} from "#drivers/wire/displays.ts";
import { CR, ESC } from "#drivers/wire/escpos.ts";

/** How one make of display is spoken to. */
export interface DisplayLanguage {
  readonly initialize: readonly number[];
  readonly clear: readonly number[];
  show(upper: string, lower: string, figure: Figure): Shown;
}

export interface Shown {
  readonly bytes: readonly number[];
  readonly unshowable: readonly DisplayUnshowable["reason"][];
}

const initialize = [ESC, 0x40] as const;
const clear = [DISPLAY_CLEAR] as const;

const cd5220 = twoLines(
  (upper) => [ESC, CD5220_STRING, CD5220_UPPER, ...upper, CR],
  (lower) => [ESC, CD5220_STRING, CD5220_LOWER, ...lower, CR],
);

const epsonDmD = twoLines(
  (upper) => [DMD_PREFIX, DMD_POSITION, 1, 1, ...upper],
  (lower) => [DMD_PREFIX, DMD_POSITION, 1, 2, ...lower],
);

type WriteLine = (line: readonly number[]) => readonly number[];

function twoLines(writeUpper: WriteLine, writeLower: WriteLine): DisplayLanguage {
  return {
    initialize,
    clear,
    show: (upper, lower) => {
      const [first, second] = [lineOf(upper), lineOf(lower)];
      return {
        bytes: [...writeUpper(first.bytes), ...writeLower(second.bytes)],
        unshowable: [...first.unshowable, ...second.unshowable],
      };
    },
  };
}

type LightDialect = (light: number) => readonly number[];

/** Places as the manuals number the lights: 1 unit price, 2 total, 3 received, 4 change. */
const lights = { price: 1, total: 2, received: 3, change: 4 } as const;

const lightDialects = {
  ascii: (light) => [ESC, LED8_LIGHT, LED8_LIGHTS_ASCII[light] ?? LED8_LIGHTS_ASCII[0]],
  binary: (light) => [ESC, LED8_LIGHT, light],
  partner: (light) => [ESC, LED8_LIGHT, light + 1, 0x01],
  led8n: (light) => [STX, LED8N_LIGHTS, ...[1, 2, 3, 4].map((n) => (n === light ? 0x31 : 0x30))],
} as const satisfies Readonly<Record<string, LightDialect>>;

/** The light first: an amount must never stand under the light of the one before it. */
function led8(dialect: LightDialect): DisplayLanguage {
  return {
    initialize,
    clear,
    show: (_upper, _lower, { meaning, amount }) => {
      const digits = amount.replace(".", "");
      if (!/^-?\d+(\.\d+)?$/.test(amount)) return blank("not-an-amount");
      // A cut amount is a wrong amount: better none.
      if (digits.length > LED8_DIGITS) return blank("too-long");
      const text = asciiOf(amount);
      const figure = [ESC, CD5220_STRING, CD5220_UPPER, ...text, CR];
      return { bytes: [...dialect(lights[meaning]), ...figure], unshowable: [] };
    },
  };
}

/**
 * Every display language, by the name that a configuration gives. Light dialects by who was seen
 * with them: `ascii` LED8 standard, Citaq, Sedsy; `binary` Hisense VC110, Wintec CD110; `partner`
 * Partner CD-7110; `led8n` LED8N.
 */
export const displayLanguages = {
  cd5220,
  "epson-dm-d": epsonDmD,
  led8: led8(lightDialects.ascii),
  "led8-binary": led8(lightDialects.binary),
  "led8-partner": led8(lightDialects.partner),
  led8n: led8(lightDialects.led8n),
} as const satisfies Readonly<Record<string, DisplayLanguage>>;

export type DisplayName = keyof typeof displayLanguages;

function blank(reason: DisplayUnshowable["reason"]): Shown {
  return { bytes: clear, unshowable: [reason] };
}

/** Exactly one line: shorter text is filled, so that nothing of the line before it stays. */
function lineOf(text: string): Shown {
  const characters = [...text];
  const unshowable: DisplayUnshowable["reason"][] = [];
  const isPlain = (character: string) => /^[\x20-\x7e]$/.test(character);
  if (!characters.every(isPlain)) unshowable.push("characters");
  if (characters.length > DISPLAY_COLUMNS) unshowable.push("too-long");
  const plain = characters.map((character) => (isPlain(character) ? character : "?")).join("");
  const line = plain.slice(0, DISPLAY_COLUMNS).padEnd(DISPLAY_COLUMNS);
  return { bytes: asciiOf(line), unshowable };
}

const asciiOf = (text: string) => [...text].map((character) => character.charCodeAt(0));
