import { defaultIdentity, type PrinterOptions } from "../printer-options.ts";
import type { Condition } from "../printing/condition.ts";
import type { Emission } from "../printing/emission.ts";
import type { Token } from "../printing/tokenizer.ts";
import type { Tongue } from "../printing/tongue.ts";
import { StarSyntax } from "./extent.ts";
import { StarInterpreter } from "./interpreter.ts";
import { ENQ, EOT, FS, StarEar } from "./real-time.ts";
import { StarWatch } from "./status.ts";

/** Star Line mode, and what StarPRNT adds to it: a TSP650II with a Chinese font. */
export function starLine(
  options: PrinterOptions,
  emission: Emission,
  condition: Condition,
): Tongue {
  const { widthDots = 576, isSingleByte = false } = options;
  const { identity = { ...defaultIdentity, maker: "Star", model: "TSP654II" } } = options;
  const watch = new StarWatch(emission, condition);
  const syntax = new StarSyntax();
  const interpreter = new StarInterpreter({ widthDots, isSingleByte }, identity);
  return {
    extentOf: (head) => syntax.extentOf(head),
    isRealTime,
    interpreter,
    ear: new StarEar(syntax, watch, () => interpreter.pulseMs),
    watch,
    status: () => new Uint8Array(0),
    block: (now) => watch.block(now),
  };
}

function isRealTime(token: Token): boolean {
  if (token.kind !== "command") return false;
  const [first, second] = token.bytes;
  return first === 0x1b ? second === 0x06 : first === ENQ || first === EOT || first === FS;
}
