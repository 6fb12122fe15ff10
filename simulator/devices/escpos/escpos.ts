import { DLE, DLE_EOT, GS, GS_a, GS_PAREN, GS_PAREN_H, GS_r } from "#drivers/wire/escpos.ts";
import { defaultIdentity, type EscposQuirk, type PrinterOptions } from "../printer-options.ts";
import type { Condition } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Interpreter, Tongue } from "../printing/tongue.ts";
import { extentOf } from "./extent.ts";
import { EscposInterpreter } from "./interpreter.ts";
import { Press } from "./press.ts";
import { RealTimeEar } from "./real-time.ts";
import { realTimeStatus, statusBlock } from "./status.ts";
import { StatusWatch } from "./status-watch.ts";

/** ESC/POS. Source: Epson ESC/POS reference, TM-T88III and TM-T20II technical references. */
export function escpos(options: PrinterOptions, emission: Emission, condition: Condition): Tongue {
  const { widthDots = 576, identity = defaultIdentity, ignores = [] } = options;
  const press = new Press(widthDots, identity, options);
  return {
    extentOf,
    isRealTime: (token) => token.kind === "command" && token.bytes[0] === DLE,
    interpreter: cloned(new EscposInterpreter(press), ignores),
    ear: new RealTimeEar(press.wishes, !ignores.includes("DLE EOT")),
    watch: new StatusWatch(emission, condition, press),
    status: (n, now) => Uint8Array.of(realTimeStatus(n, now)),
    block: statusBlock,
  };
}

const heads: Readonly<Record<EscposQuirk, readonly number[]>> = {
  "GS r": [GS, GS_r],
  "GS ( H": [GS, GS_PAREN, GS_PAREN_H],
  "GS a": [GS, GS_a],
  "DLE EOT": [DLE, DLE_EOT],
};

/** The same, but for commands that a clone takes and does nothing about. */
function cloned(whole: Interpreter, ignores: readonly EscposQuirk[]): Interpreter {
  const isIgnored = (token: Token) =>
    token.kind === "command" &&
    ignores.some((name) => heads[name].every((byte, at) => token.bytes[at] === byte));
  return {
    reset: () => whole.reset(),
    clearLine: () => whole.clearLine(),
    pressButton: () => whole.pressButton(),
    read: (token) => (isIgnored(token) ? [] : whole.read(token)),
  };
}
