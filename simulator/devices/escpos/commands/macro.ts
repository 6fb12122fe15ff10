import { type Commands, none } from "../command.ts";

/** Source: Epson ESC/POS command reference, "macro function commands". */
export const macroCommands: Commands = {
  "GS :": (press) => {
    press.macro.toggle();
    return none;
  },
  "GS ^": (press, [, , times = 0, t = 0, m = 0]) => {
    if (m <= 1) press.macro.execute({ times, pauseMs: 100 * t, isByButton: m === 1 });
    return none;
  },
};
