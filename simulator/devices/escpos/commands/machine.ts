import { SELECT_PRINTER } from "#drivers/wire/displays.ts";
import type { Token } from "../../printing/tokenizer.ts";
import type { Deed } from "../../printing/tongue.ts";
import { type Commands, isOn, nameOf, none } from "../command.ts";

/**
 * The printer as a whole and what hangs on it. Source: Epson ESC/POS command reference,
 * "miscellaneous commands".
 */
export const machineCommands: Commands = {
  "ESC @": (press) => {
    press.reset();
    return [{ kind: "initialize" }];
  },
  "ESC =": (press, [, , n = SELECT_PRINTER]) => {
    press.select(n);
    return none;
  },
  "ESC p": (_press, [, , m = 0, t1 = 0, t2 = 0]) => {
    const onMs = t1 * 2;
    // Off for at least as long as on.
    return [{ kind: "pulse", pin: m & 1 ? 5 : 2, onMs, offMs: Math.max(onMs, t2 * 2) }];
  },
  // Signals of the parallel plug, and a sensor that stops at near end: neither is here.
  "ESC c 3": () => none,
  "ESC c 4": () => none,
  "ESC c 5": (_press, bytes) => [{ kind: "panel button", isEnabled: !isOn(bytes, 3) }],
};

/** `ESC = n`, which is heard by what is not selected too. */
export const isSelection = (token: Token) =>
  token.kind === "command" && nameOf(token.bytes) === "ESC =";

/** To the display behind the printer. */
export function passOn(token: Token): readonly Deed[] {
  if (isSelection(token) || token.kind === "oversized") return none;
  const bytes = token.kind === "character" ? Uint8Array.of(token.byte) : token.bytes;
  return [{ kind: "pass on", bytes }];
}
