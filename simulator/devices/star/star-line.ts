import type { PrinterOptions } from "../printer-options.ts";
import type { Condition } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Tongue } from "../printing/tongue.ts";
import { extentOf } from "./extent.ts";
import { StarInterpreter } from "./interpreter.ts";
import { StarEar } from "./real-time.ts";
import { StarWatch } from "./status.ts";

/** Star Line mode. `ENQ` and `EOT`, which ask where automatic status is off, are not answered. */
export function starLine(
  { widthDots = 576, identity }: PrinterOptions,
  emission: Emission,
  condition: Condition,
): Tongue {
  const watch = new StarWatch(emission, condition);
  return {
    extentOf,
    isRealTime: (token) => token.kind === "command" && token.bytes[1] === 0x06,
    interpreter: new StarInterpreter(widthDots, identity?.model ?? "TSP100IV"),
    ear: new StarEar(),
    watch,
    status: () => new Uint8Array(0),
    block: (now) => watch.block(now),
  };
}
