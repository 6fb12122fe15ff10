import { printed } from "../../printing/deeds.ts";
import type { BarcodeModes } from "../../printing/modes.ts";
import { barcodeRow } from "../../printing/symbols.ts";
import { type Commands, none } from "../command.ts";
import { fontOf } from "./text.ts";

/**
 * Bar codes and two-dimensional symbols. Source: Epson ESC/POS command reference, "bar code
 * commands" and "two-dimensional code commands".
 */
export const symbolCommands: Commands = {
  "GS H": (press, [, , n = 0]) => press.setBarcode({ hri: hriOf(n) }),
  "GS h": (press, [, , n = 1]) => press.setBarcode({ heightDots: Math.max(1, n) }),
  "GS w": (press, [, , n = 3]) => press.setBarcode({ moduleDots: Math.min(6, Math.max(1, n)) }),
  // Font C and the special ones are B here, which is as small as they are.
  "GS f": (press, [, , n = 0]) => {
    const font = fontOf(press, n);
    if (font === null) return none;
    return press.setBarcode({ hriFont: font === "A" ? undefined : font });
  },
  "GS k": (press, bytes) => press.ownRow(printed(barcodeRow(bytes, press.modes))),
  "GS ( k": (press, bytes) => press.ownRow(press.symbols.obey(bytes, press.modes)),
};

function hriOf(n: number): BarcodeModes["hri"] {
  return (["none", "above", "below", "both"] as const)[n & 3] ?? "none";
}
