import type { DrawerPulse, NamedCommand } from "#drivers/printers/commands.ts";
import { ESC, ESC_AT, LF } from "#drivers/wire/escpos.ts";
import {
  BARCODE_CODE128,
  BARCODE_DIGITS_BELOW,
  BARCODE_EAN13,
  BARCODE_PERCENT,
  BEL,
  CUT_FULL_AFTER_FEED,
  CUT_PARTIAL_AFTER_FEED,
  EM,
  ESC_ACK,
  ESC_BEL,
  ESC_b,
  ESC_d,
  ESC_E,
  ESC_F,
  ESC_GS,
  ESC_GS_a,
  ESC_GS_t,
  ESC_GS_y,
  ESC_i,
  ESC_RS,
  ESC_RS_a,
  ESC_RS_E,
  ETB,
  FS,
  QR_DATA,
  QR_DATA_AUTOMATIC,
  QR_LEVEL_M,
  QR_MODEL_2,
  QR_PRINT,
  QR_SET,
  QR_SET_CELL,
  QR_SET_LEVEL,
  QR_SET_MODEL,
  RS,
  SOH,
  SUB,
} from "#drivers/wire/star.ts";

function command(name: string, ...bytes: number[]): NamedCommand {
  return { name, bytes: Uint8Array.from(bytes) };
}

export const initialize = (): NamedCommand => command("ESC @", ESC, ESC_AT);
export const reportEveryChange = (): NamedCommand => {
  return command("ESC RS a", ESC, ESC_RS, ESC_RS_a, 1);
};
export const askStatus = (): NamedCommand => command("ESC ACK SOH", ESC, ESC_ACK, SOH);
/** Counts up, and has the status sent, when what stands before it is on paper. */
export const countUp = (): NamedCommand => command("ETB", ETB);

/** Begins the count at 0 again, in its turn, and tells nobody. */
export const countAnew = (): NamedCommand => command("ESC RS E", ESC, ESC_RS, ESC_RS_E, 0);

/** Off four times as long as on: a coil bears a duty of 0.2. Units of 10 ms. */
function pulseWidth({ onMs }: DrawerPulse): NamedCommand {
  const on = Math.ceil(onMs / 10);
  return command("ESC BEL", ESC, ESC_BEL, on, 4 * on);
}

/** Waits its turn. The width is of the first connector; the second has one of its own, fixed. */
export function kick(pulse: DrawerPulse): readonly NamedCommand[] {
  return pulse.pin === 2 ? [pulseWidth(pulse), command("BEL", BEL)] : [command("SUB", SUB)];
}

/**
 * At once: the only kick that a printer without paper still obeys. `EM` is real time by the manual
 * of the dot printers alone; by that of the HSP7000 it waits its turn.
 */
export function kickNow({ pin }: DrawerPulse): readonly NamedCommand[] {
  return pin === 2 ? [command("FS", FS)] : [command("EM", EM)];
}

/** @param n number of the code page */
export const codePage = (n: number): NamedCommand => {
  return command("ESC GS t", ESC, ESC_GS, ESC_GS_t, n);
};
/** @param n 0 left, 1 centre, 2 right */
export const align = (n: 0 | 1 | 2): NamedCommand => {
  return command("ESC GS a", ESC, ESC_GS, ESC_GS_a, n);
};
export const bold = (isOn: boolean): NamedCommand => {
  return isOn ? command("ESC E", ESC, ESC_E) : command("ESC F", ESC, ESC_F);
};
export function size(isDouble: boolean): NamedCommand {
  const more = isDouble ? 1 : 0;
  return command("ESC i", ESC, ESC_i, more, more);
}
export const feed = (lines: number): NamedCommand => {
  return command("LF", ...Array<number>(lines).fill(LF));
};
export function cut(kind: "partial" | "full"): NamedCommand {
  const mode = kind === "full" ? CUT_FULL_AFTER_FEED : CUT_PARTIAL_AFTER_FEED;
  return command("ESC d", ESC, ESC_d, mode);
}

/** @param cellDots 1 to 8 */
export function qrCode(data: Uint8Array, cellDots: number): readonly NamedCommand[] {
  const head = [ESC, ESC_GS, ESC_GS_y];
  const [low, high] = [data.length & 0xff, data.length >> 8];
  return [
    command("ESC GS y S 0", ...head, QR_SET, QR_SET_MODEL, QR_MODEL_2),
    command("ESC GS y S 1", ...head, QR_SET, QR_SET_LEVEL, QR_LEVEL_M),
    command("ESC GS y S 2", ...head, QR_SET, QR_SET_CELL, cellDots),
    command("ESC GS y D 1", ...head, QR_DATA, QR_DATA_AUTOMATIC, 0, low, high, ...data),
    command("ESC GS y P", ...head, QR_PRINT),
  ];
}

/** Height in dots of a linear code: 10 mm at 203 dpi reads at a hand's distance. */
const BAR_HEIGHT = 80;

/** @param digits 12 or 13 of them @param moduleDots 2 to 4 */
export function ean13(digits: string, moduleDots: number): readonly NamedCommand[] {
  return [barcode(BARCODE_EAN13, digits, moduleDots)];
}

/** @param text printable ASCII @param moduleDots 2 to 4 */
export function code128(text: string, moduleDots: number): readonly NamedCommand[] {
  return [barcode(BARCODE_CODE128, text.replaceAll("%", BARCODE_PERCENT), moduleDots)];
}

function barcode(type: number, text: string, moduleDots: number): NamedCommand {
  const data = [...text].map((character) => character.charCodeAt(0));
  // Mode 1 is two dots a module, 2 three, 3 four.
  const [digits, mode] = [BARCODE_DIGITS_BELOW, moduleDots - 1];
  return command("ESC b", ESC, ESC_b, type, digits, mode, BAR_HEIGHT, ...data, RS);
}
