import { COLUMN_DOTS } from "#simulator/paper/paper.ts";
import { print } from "../../printing/deeds.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, unknown } from "../command.ts";
import type { Press } from "../press.ts";
import { typed } from "../typed.ts";

/** Lines of the rolling pattern: the first sign moves by one in each. */
const PATTERN_LINES = 10;
const FIRST_SIGN = 0x20;
const SIGNS = 95;

/**
 * `GS ( A pL pH n m`: n 0 to 2 is the roll, m 1 the hex dump, 2 the status sheet, 3 the rolling
 * pattern; each as a number or a figure. Behind a sheet the printer cuts and starts anew.
 *
 * Source: Epson ESC/POS command reference, GS ( A; what the sheet says is each model's own.
 */
export const testPrintCommands: Commands = {
  "GS ( A": (press, bytes) => {
    const [, , , , , n = 0, m = 0] = bytes;
    if (press.isInPageMode || !press.isLineEmpty) return none;
    const sheet = sheets[m & 0x0f];
    if (bytes.length !== 7 || !isSmall(n, 2) || !isSmall(m, 3)) return unknown(bytes);
    return sheet?.(press) ?? unknown(bytes);
  },
};

/** From 0 to `most`, as a number or as a figure. */
const isSmall = (n: number, most: number) => n <= most || (n >= 0x30 && n <= 0x30 + most);

const sheets: Readonly<Record<number, (press: Press) => readonly Deed[]>> = {
  1: (press) => press.dump.start(columnsOf(press)).flatMap(print),
  2: (press) => sheet(press, statusText(press)),
  3: (press) => sheet(press, pattern(columnsOf(press))),
};

export const columnsOf = ({ widthDots }: Press) => widthDots / COLUMN_DOTS;

function sheet(press: Press, text: string): readonly Deed[] {
  press.reset();
  const rows = typed(text, columnsOf(press)).flatMap(print);
  return [{ kind: "initialize" }, ...rows, { kind: "cut", isPartial: true }];
}

function statusText(press: Press): string {
  const { maker, model, firmware, serial, font } = press.identity;
  const lines = [
    "*** Status sheet ***",
    `Maker     ${maker}`,
    `Model     ${model}`,
    `Firmware  ${firmware}`,
    `Serial    ${serial}`,
    `Fonts     A 12x24, B 9x17, ${font}`,
    `Width     ${press.widthDots} dots, ${columnsOf(press)} columns`,
    "*** Completed ***",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function pattern(columns: number): string {
  const lines = Array.from({ length: PATTERN_LINES }, (_, line) =>
    Array.from({ length: columns }, (_column, at) =>
      String.fromCharCode(FIRST_SIGN + ((line + at) % SIGNS)),
    ).join(""),
  );
  return lines.map((line) => `${line}\n`).join("");
}
