import { ESC_SELECT, SELECT_PRINTER } from "#drivers/wire/displays.ts";
import {
  ASB_ALL,
  BARCODE_CODE128,
  BARCODE_EAN13,
  CODE128_SET_B,
  CUT_FULL_AFTER_FEED,
  CUT_PARTIAL_AFTER_FEED,
  DLE,
  DLE_DC4,
  DLE_EOT,
  ESC,
  ESC_AT,
  ESC_a,
  ESC_d,
  ESC_E,
  ESC_p,
  ESC_t,
  FS,
  FS_AMPERSAND,
  FS_PERIOD,
  GS,
  GS_a,
  GS_EXCLAMATION,
  GS_H,
  GS_h,
  GS_I,
  GS_k,
  GS_PAREN,
  GS_PAREN_H,
  GS_PAREN_k,
  GS_r,
  GS_V,
  GS_w,
  NUL,
  QR_ERROR_LEVEL,
  QR_GROUP,
  QR_LEVEL_M,
  QR_MODEL,
  QR_MODEL_2,
  QR_MODULE_SIZE,
  QR_PRINT,
  QR_STORE,
} from "#drivers/wire/escpos.ts";

/** One command as the manual names it, so that a job can be read without decoding it. */
export interface NamedCommand {
  /** Such as `GS V`; `text` for a line of characters. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

function command(name: string, ...bytes: number[]): NamedCommand {
  return { name, bytes: Uint8Array.from(bytes) };
}

export const initialize = (): NamedCommand => command("ESC @", ESC, ESC_AT);
/** Who spoke here before may have left the customer display selected, which eats everything. */
export const selectPrinter = (): NamedCommand => command("ESC =", ESC, ESC_SELECT, SELECT_PRINTER);
export const reportEveryChange = (): NamedCommand => command("GS a", GS, GS_a, ASB_ALL);
/** @param n 1 printer, 2 off-line cause, 3 error cause, 4 paper */
export const askStatus = (n: number): NamedCommand => command("DLE EOT", DLE, DLE_EOT, n);
/** @param n 65 firmware, 66 maker, 67 model, 69 font */
export const askInformation = (n: number): NamedCommand => command("GS I", GS, GS_I, n);
/** Answered when the queue reaches it: a fence behind what was sent before. */
export const fence = (): NamedCommand => command("GS r", GS, GS_r, 1);

/** Answered with `id` when what was sent before it has been printed. @param id 4 bytes, 20 to 7E */
export function processId(id: Uint8Array): NamedCommand {
  return command("GS ( H", GS, GS_PAREN, GS_PAREN_H, 0x06, 0x00, 0x30, 0x30, ...id);
}

/** How a drawer on the printer's connector is driven. */
export interface DrawerPulse {
  readonly pin: 2 | 5;
  /** 20 to 126: a latch needs the first, and the off time that belongs to the second fits. */
  readonly onMs: number;
}
export const usualPulse: DrawerPulse = { pin: 2, onMs: 50 };

const connectorOf = ({ pin }: DrawerPulse) => (pin === 2 ? 0x00 : 0x01);

/** Off 500 ms or four times as long as on: a coil bears a duty of 0.2. Waits its turn. */
export function kick(pulse: DrawerPulse = usualPulse): NamedCommand {
  const on = Math.round(pulse.onMs / 2);
  return command("ESC p", ESC, ESC_p, connectorOf(pulse), on, Math.max(0xfa, 4 * on));
}
/** 100 ms, at once: the only kick that a printer without paper still obeys. */
export function kickNow(pulse: DrawerPulse = usualPulse): NamedCommand {
  return command("DLE DC4", DLE, DLE_DC4, 0x01, connectorOf(pulse), 0x01);
}

export const doubleByte = (): NamedCommand => command("FS &", FS, FS_AMPERSAND);
export const singleByte = (): NamedCommand => command("FS .", FS, FS_PERIOD);
/** @param n number of the code page; the tables of models differ */
export const codePage = (n: number): NamedCommand => command("ESC t", ESC, ESC_t, n);
/** @param n 0 left, 1 centre, 2 right; obeyed at the beginning of a line only */
export const align = (n: 0 | 1 | 2): NamedCommand => command("ESC a", ESC, ESC_a, n);
export const bold = (isOn: boolean): NamedCommand => command("ESC E", ESC, ESC_E, isOn ? 1 : 0);
export const feed = (lines: number): NamedCommand => command("ESC d", ESC, ESC_d, lines);
export function size(isDouble: boolean): NamedCommand {
  return command("GS !", GS, GS_EXCLAMATION, isDouble ? 0x11 : 0x00);
}

/** @param n motion units past the blade */
export function cut(kind: "partial" | "full", n: number): NamedCommand {
  const mode = kind === "full" ? CUT_FULL_AFTER_FEED : CUT_PARTIAL_AFTER_FEED;
  return command("GS V", GS, GS_V, mode, n);
}

/** @param moduleDots 1 to 16 @param data at most 7089 bytes */
export function qrCode(data: Uint8Array, moduleDots: number): readonly NamedCommand[] {
  const head = [GS, GS_PAREN, GS_PAREN_k];
  const stored = data.length + 3;
  return [
    command("GS ( k fn 165", ...head, 4, 0, QR_GROUP, QR_MODEL, QR_MODEL_2, NUL),
    command("GS ( k fn 167", ...head, 3, 0, QR_GROUP, QR_MODULE_SIZE, moduleDots),
    command("GS ( k fn 169", ...head, 3, 0, QR_GROUP, QR_ERROR_LEVEL, QR_LEVEL_M),
    command(
      "GS ( k fn 180",
      ...[...head, stored & 0xff, stored >> 8, QR_GROUP, QR_STORE, 0x30],
      ...data,
    ),
    command("GS ( k fn 181", ...head, 3, 0, QR_GROUP, QR_PRINT, 0x30),
  ];
}

/** Height in dots of a linear code: 10 mm at 203 dpi reads at a hand's distance. */
const BAR_HEIGHT = 80;
/** `GS H`: the digits stand below the bars. */
const DIGITS_BELOW = 2;

/** @param digits 12 or 13 of them @param moduleDots 2 to 6 */
export function ean13(digits: string, moduleDots: number): readonly NamedCommand[] {
  return barcode(BARCODE_EAN13, ascii(digits), moduleDots);
}

/** @param text printable ASCII @param moduleDots 2 to 6 */
export function code128(text: string, moduleDots: number): readonly NamedCommand[] {
  // In the data of CODE128 a brace starts a function; doubled it is itself.
  return barcode(
    BARCODE_CODE128,
    [...CODE128_SET_B, ...ascii(text.replaceAll("{", "{{"))],
    moduleDots,
  );
}

function barcode(
  symbology: number,
  data: readonly number[],
  moduleDots: number,
): readonly NamedCommand[] {
  return [
    command("GS h", GS, GS_h, BAR_HEIGHT),
    command("GS w", GS, GS_w, moduleDots),
    command("GS H", GS, GS_H, DIGITS_BELOW),
    command("GS k", GS, GS_k, symbology, data.length, ...data),
  ];
}

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
