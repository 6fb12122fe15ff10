/**
 * What scales are asked with, and what they say, as tables by language.
 *
 * Sources: 8217 command tables of the Brecknell 67xx and Ohaus Aviator documents; CAS AP-1 and PDS
 * documents; the continuous form of Chinese indicators; Mettler Toledo Wildcat manual, appendix 2;
 * SMA SCP-0499, section 5.1. Adam's line is as Odoo's driver reads it; that it is printed at rest
 * only, and not at all with too much on, is a guess.
 */
import { STX } from "#drivers/wire/aim.ts";
import { CR, LF } from "#drivers/wire/escpos.ts";
import {
  ADAM_PRINT,
  CAS_ACK,
  CAS_END,
  CAS_ENQ,
  CAS_SEND,
  CAS_START,
  SMA_WEIGH,
  TOLEDO_IN_MOTION,
  TOLEDO_KILOGRAMS,
  TOLEDO_MOTION,
  TOLEDO_NEGATIVE,
  TOLEDO_OUT_OF_RANGE,
  TOLEDO_OVER,
  TOLEDO_STATUS,
  TOLEDO_UNDER_ZERO,
  TOLEDO_WEIGH,
} from "#drivers/wire/scales.ts";

/** What lies on the pan, and how. */
export interface Pan {
  readonly grams: number;
  readonly isMoving: boolean;
  readonly isOver: boolean;
}

interface Ask {
  readonly request: readonly number[];
  /** Null: it says nothing. */
  readonly answer: (pan: Pan) => readonly number[] | null;
}

interface Tongue {
  readonly asks: readonly Ask[];
  /** Of one that talks all the time: what it says. */
  readonly line?: (pan: Pan) => readonly number[];
}

export const scaleTongues = [
  ...(["toledo-8217", "cas-enq", "chinese-lines", "cas-lines"] as const),
  ...(["toledo-continuous", "sma", "adam"] as const),
] as const;
export type ScaleTongue = (typeof scaleTongues)[number];

export const tongues: Readonly<Record<ScaleTongue, Tongue>> = {
  "toledo-8217": { asks: [{ request: [TOLEDO_WEIGH], answer: toledo }] },
  "cas-enq": {
    asks: [
      { request: [CAS_ENQ], answer: () => [CAS_ACK] },
      { request: [CAS_SEND], answer: cas },
    ],
  },
  "chinese-lines": { asks: [], line: (pan) => line(pan, "", "") },
  "cas-lines": { asks: [], line: (pan) => line(pan, "\u0001A,", " ") },
  "toledo-continuous": { asks: [], line: continuous },
  sma: { asks: [{ request: SMA_WEIGH, answer: sma }] },
  adam: { asks: [{ request: ADAM_PRINT, answer: adam }] },
};

function toledo({ grams, isMoving, isOver }: Pan): readonly number[] {
  const status =
    (isMoving ? TOLEDO_IN_MOTION : 0) |
    (isOver ? TOLEDO_OUT_OF_RANGE : 0) |
    (grams < 0 ? TOLEDO_UNDER_ZERO : 0);
  // Bit 6 keeps the status a printable character.
  if (status !== 0) return [STX, TOLEDO_STATUS, 0x40 | status, CR];
  return [STX, ...ascii(kilograms(grams, 2)), CR];
}

function cas({ grams, isMoving, isOver }: Pan): readonly number[] {
  const sign = isOver ? "F" : grams < 0 ? "-" : " ";
  const shown = isOver ? "99.999" : kilograms(grams, 2);
  const told = ascii(`${isMoving ? "U" : "S"}${sign}${shown}kg`);
  const check = told.reduce((all, each) => all ^ each, 0);
  return [...CAS_START, ...told, check, ...CAS_END];
}

function line({ grams, isMoving, isOver }: Pan, address: string, gap: string): readonly number[] {
  const state = isOver ? "OL" : isMoving ? "US" : "ST";
  const sign = grams < 0 ? "-" : "+";
  const text = `${state},GS,${address}${sign}${kilograms(grams, 1).padStart(7)}${gap}kg`;
  return [...ascii(text), CR, LF];
}

/** Three decimals, steps of one; bit 5 is always set. */
const SWA = 0x2d;
const ALWAYS = 0x20;

function continuous({ grams, isMoving, isOver }: Pan): readonly number[] {
  const swb =
    ALWAYS |
    TOLEDO_KILOGRAMS |
    (grams < 0 ? TOLEDO_NEGATIVE : 0) |
    (isOver ? TOLEDO_OVER : 0) |
    (isMoving ? TOLEDO_MOTION : 0);
  const weight = ascii(String(Math.abs(grams)).padStart(6));
  const told = [STX, SWA, swb, ALWAYS, ...weight, ...ascii("     0"), CR];
  return [...told, -told.reduce((sum, byte) => sum + byte, 0) & 0x7f];
}

function sma({ grams, isMoving, isOver }: Pan): readonly number[] {
  const status = isOver ? "O" : grams < 0 ? "U" : grams === 0 ? "Z" : " ";
  const shown = `${grams < 0 ? "-" : ""}${kilograms(grams, 1)}`.padStart(10);
  return [LF, ...ascii(`${status}1G${isMoving ? "M" : " "} ${shown}kg `), CR];
}

function adam({ grams, isMoving, isOver }: Pan): readonly number[] | null {
  if (isMoving || isOver) return null;
  const shown = `${grams < 0 ? "-" : ""}${kilograms(grams, 1)}`.padStart(8);
  return [...ascii(`${shown}kg`), CR, LF];
}

/** `1250` as `01.250`. */
function kilograms(grams: number, wholeDigits: number): string {
  const digits = String(Math.abs(grams)).padStart(wholeDigits + 3, "0");
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
