import { DLE } from "#drivers/wire/escpos.ts";
import { defaultIdentity, type PrinterOptions } from "../printer-options.ts";
import type { Condition } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Tongue } from "../printing/tongue.ts";
import { extentOf } from "./extent.ts";
import { EscposInterpreter } from "./interpreter.ts";
import { RealTimeEar } from "./real-time.ts";
import { realTimeStatus, statusBlock } from "./status.ts";
import { StatusWatch } from "./status-watch.ts";

/** ESC/POS. Source: Epson ESC/POS reference, TM-T88III and TM-T20II technical references. */
export function escpos(options: PrinterOptions, emission: Emission, condition: Condition): Tongue {
  const { widthDots = 576, identity = defaultIdentity } = options;
  return {
    extentOf,
    isRealTime: (token) => token.kind === "command" && token.bytes[0] === DLE,
    interpreter: new EscposInterpreter(widthDots, identity),
    ear: new RealTimeEar(),
    watch: new StatusWatch(emission, condition),
    status: (n, now) => Uint8Array.of(realTimeStatus(n, now)),
    block: statusBlock,
  };
}
