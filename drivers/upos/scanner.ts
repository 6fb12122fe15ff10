import type { ScannerSignal } from "#drivers/scanners/signal.ts";
import { type DeviceClass, nothing } from "#drivers/upos/device-class.ts";
import { uposError } from "#drivers/upos/error.ts";

/** A bar code scanner. It has no statuses and no extended errors of its own. */
export const scanner: DeviceClass<never, ScannerSignal> = {
  name: "Scanner",
  sharing: "exclusive",
  statusNames: {},
  extendedNames: {},
  outputOf: () => null,
  meaningOf(signal) {
    if (signal.type === "ScanData") return { type: "input" };
    // Whole and well framed: an answer to a setting, or a button.
    if (signal.reason === "unknown-report") return nothing;
    return { type: "inputError", error: uposError("E_FAILURE") };
  },
};
