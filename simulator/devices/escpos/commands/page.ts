import type { Direction } from "#simulator/paper/paper.ts";
import { print } from "../../printing/deeds.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, none, signedWord, word } from "../command.ts";
import type { Press } from "../press.ts";

/**
 * Page mode. Source: Epson ESC/POS command reference, ESC L, ESC S, ESC W, ESC T, GS $, GS \, FF,
 * ESC FF and CAN.
 */
export const pageCommands: Commands = {
  "ESC L": (press) => {
    press.beginPage();
    return none;
  },
  "ESC S": (press) => {
    press.endPage();
    return none;
  },
  "ESC W": (press, bytes) =>
    restart(press, () => {
      const from = press.onPaper({ x: word(bytes, 2), y: word(bytes, 4) });
      const size = press.onPaper({ x: word(bytes, 6), y: word(bytes, 8) });
      press.page.select({ ...from, width: size.x, height: size.y });
    }),
  "ESC T": (press, [, , n = 0]) => {
    // 0 to 3, or the same as figures.
    const direction = n >= 0x30 ? n - 0x30 : n;
    return isDirection(direction) ? restart(press, () => press.page.turn(direction)) : none;
  },
  "GS $": (press, bytes) => moveTo(press, press.along(word(bytes, 2))),
  "GS \\": (press, bytes) => moveTo(press, press.page.yDots + press.along(signedWord(bytes, 2))),
  // In standard mode it ends a job: the line is printed.
  FF: (press) => {
    if (!press.isInPageMode) return press.rest();
    const page = printPage(press);
    press.endPage();
    return page;
  },
  "ESC FF": (press) => (press.isInPageMode ? printPage(press) : none),
  CAN: (press) => {
    if (!press.isInPageMode) return none;
    press.lift();
    press.page.cancel();
    return none;
  },
};

const isDirection = (n: number): n is Direction => n >= 0 && n <= 3;

/** What was composed stays where it is; the next thing begins at the area's first corner. */
function restart(press: Press, change: () => void): readonly Deed[] {
  if (press.isInPageMode) {
    press.lift();
    press.composer.clear();
  }
  change();
  return none;
}

function moveTo(press: Press, yDots: number): readonly Deed[] {
  if (!press.isInPageMode) return none;
  press.lift();
  press.page.moveTo(yDots);
  return none;
}

/** The page stays as it is: it can be printed again. */
function printPage(press: Press): readonly Deed[] {
  press.lift();
  const { row } = press.page;
  return row === null ? none : print(row);
}
