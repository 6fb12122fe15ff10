import type { UposError } from "#drivers/upos/error.ts";
import type { ControlOptions } from "#drivers/upos/properties.ts";

/** What a driver's signal means to a UnifiedPOS control. */
export type Meaning =
  /** A scan: the signal itself is the data of a DataEvent. */
  | { readonly type: "input" }
  | { readonly type: "inputError"; readonly error: UposError }
  | { readonly type: "outputComplete"; readonly id: string }
  | { readonly type: "outputError"; readonly id: string; readonly error: UposError }
  /** All that holds now, as StatusUpdateEvents call it, and what keeps the device from working. */
  | {
      readonly type: "status";
      readonly statuses: readonly number[];
      readonly hardware: UposError;
    }
  | { readonly type: "nothing" };

/** A device class of UnifiedPOS, spoken by the drivers here. */
export interface DeviceClass<Command, Signal> {
  readonly name: "POSPrinter" | "CashDrawer" | "Scanner" | "LineDisplay" | "Scale";
  readonly sharing: ControlOptions["sharing"];
  /** The class's own statuses and extended errors, by name. */
  readonly statusNames: { readonly [name: string]: number };
  readonly extendedNames: { readonly [name: string]: number };
  /** Of a command that ends in a signal of its own: what that signal will call it. */
  outputOf(command: Command): string | null;
  meaningOf(signal: Signal): Meaning;
}

export const nothing: Meaning = { type: "nothing" };
