import type { UposError } from "#drivers/upos/error.ts";
import type { UposEvent } from "#drivers/upos/event-queue.ts";
import type { ClassProperties, LifeOptions, PropertyValues } from "#drivers/upos/properties.ts";
import type { Counts } from "#drivers/upos/statistics.ts";
import { POWER_REPORTING } from "#drivers/wire/upos.ts";

/** What a driver's signal means to a UnifiedPOS control. */
export type Meaning =
  /** The signal itself is the data of a DataEvent. */
  | { readonly type: "input"; readonly counts: Counts }
  | { readonly type: "inputError"; readonly error: UposError }
  | { readonly type: "outputComplete"; readonly id: string }
  | { readonly type: "outputError"; readonly id: string; readonly error: UposError }
  /** All that holds now, as StatusUpdateEvents call it, and what keeps the device from working. */
  | {
      readonly type: "status";
      readonly statuses: readonly number[];
      readonly properties: PropertyValues;
      readonly hardware: UposError;
    }
  | { readonly type: "directIO"; readonly eventNumber: number; readonly data: number };

/** A command that ends in a signal of its own. */
export interface OutputPlan {
  /** What that signal will call it. */
  readonly id: string;
  /** What it adds to the statistics, as it ends. */
  readonly good: Counts;
  readonly failed: Counts;
}

/**
 * A device class of UnifiedPOS, spoken by the drivers here. Several classes may share a device, as
 * a drawer does with its printer: what belongs to another class means nothing.
 */
export interface DeviceClass<Command, Signal> {
  readonly name: "POSPrinter" | "CashDrawer" | "Scanner" | "LineDisplay" | "Scale";
  readonly sharing: LifeOptions["sharing"];
  readonly capPowerReporting: LifeOptions["capPowerReporting"];
  /** The class's own statuses and extended errors, by name. */
  readonly statusNames: { readonly [name: string]: number };
  readonly extendedNames: { readonly [name: string]: number };
  /** Those of its own properties that the device, or the till, has a use for. */
  readonly properties: ClassProperties;
  /** Under the names of the standard's statistics. */
  readonly statistics: readonly string[];
  /** What FlagWhenIdle is told with; null where the class has no output. */
  readonly idleStatus: number | null;
  /** Null for a command that does not end in a signal. */
  outputOf(command: Command): OutputPlan | null;
  /** Whether the standard has no method for it, so that it goes through `directIO`. */
  isDirectIO(command: Command): boolean;
  meaningsOf(signal: Signal): readonly Meaning[];
  /** What a status that begins to hold adds to the statistics. */
  countsOf(status: number): Counts;
  /** How a till sets what may be set. */
  readonly tillSettings: PropertyValues;
  /** Whether the application wants to be told of statuses. @param now its properties */
  tellsStatus(now: PropertyValues): boolean;
  /** Properties that an event fills just before it is delivered. @param now as they are */
  propertiesOf(event: UposEvent<Signal>, now: PropertyValues): PropertyValues;
}

/** What a class leaves out when it has none of it. */
export const plainClass = {
  // That a device does not answer does not say whether it is switched off.
  capPowerReporting: POWER_REPORTING.PR_STANDARD,
  statusNames: {},
  extendedNames: {},
  properties: {},
  statistics: [],
  idleStatus: null,
  outputOf: () => null,
  isDirectIO: () => false,
  meaningsOf: () => [],
  countsOf: () => ({}),
  tillSettings: {},
  tellsStatus: () => true,
  propertiesOf: () => ({}),
} as const satisfies Partial<DeviceClass<never, never>>;
