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
  /** Back to power-on settings, and dark. */
  readonly initialize: readonly number[];
  /** As shipped; most can be switched. */
  readonly baudRate: number;
  /** Always the same number of parts, so that each can be compared with the one on the glass. */
  draw(upper: string, lower: string, figure: Figure | null): Drawing;
}

/** A picture in parts that stand alone: a part that has not changed is not written again. */
export interface Drawing {
  readonly parts: readonly (readonly number[])[];
  readonly unshowable: readonly DisplayUnshowable["reason"][];
}

interface Shown {
  readonly bytes: readonly number[];
  readonly unshowable: readonly DisplayUnshowable["reason"][];
}

const initialize = [ESC, 0x40, DISPLAY_CLEAR] as const;

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
    baudRate: 9600,
    draw: (upper, lower) => {
      const [first, second] = [lineOf(upper), lineOf(lower)];
      return {
        parts: [writeUpper(first.bytes), writeLower(second.bytes)],
        unshowable: [...first.unshowable, ...second.unshowable],
      };
    },
  };
}

/** `light` as the manuals number them; 0 turns all off. */
type LightDialect = (light: number) => readonly number[];

const lights = { price: 1, total: 2, received: 3, change: 4 } as const;

const lightDialects = {
  ascii: (light) => [ESC, LED8_LIGHT, LED8_LIGHTS_ASCII[light] ?? LED8_LIGHTS_ASCII[0]],
  binary: (light) => [ESC, LED8_LIGHT, light],
  // How this make turns a light off stands in no manual at hand: the last one stays.
  partner: (light) => (light === 0 ? [] : [ESC, LED8_LIGHT, light + 1, 0x01]),
  led8n: (light) => [STX, LED8N_LIGHTS, ...[1, 2, 3, 4].map((n) => (n === light ? 0x31 : 0x30))],
} as const satisfies Readonly<Record<string, LightDialect>>;

/** The light first: an amount must never stand under the light of the one before it. */
function led8(dialect: LightDialect): DisplayLanguage {
  const dark = [dialect(0), [DISPLAY_CLEAR]];
  return {
    initialize,
    baudRate: 2400,
    draw: (_upper, _lower, figure) => {
      if (figure === null) return { parts: dark, unshowable: [] };
      const { meaning, amount } = figure;
      const trouble = unfit(amount);
      // A cut amount is a wrong amount: better none.
      if (trouble !== null) return { parts: dark, unshowable: [trouble] };
      const digits = [ESC, CD5220_STRING, CD5220_UPPER, ...asciiOf(amount), CR];
      return { parts: [dialect(lights[meaning]), digits], unshowable: [] };
    },
  };
}

function unfit(amount: string): DisplayUnshowable["reason"] | null {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return "not-an-amount";
  return amount.replace(".", "").length > LED8_DIGITS ? "too-long" : null;
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
