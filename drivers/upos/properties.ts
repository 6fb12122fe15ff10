import type { UposError } from "#drivers/upos/error.ts";
import type { SharedDevice } from "#drivers/upos/shared-device.ts";
import { POWER_NOTIFY, type POWER_REPORTING, POWER_STATE } from "#drivers/wire/upos.ts";

export interface LifeOptions {
  /**
   * `exclusive`: nothing without a claim; `shareable`: all, but no output while another control has
   * claimed it; `unclaimable`: nobody may claim it.
   */
  readonly sharing: "exclusive" | "shareable" | "unclaimable";
  readonly capPowerReporting: Value<typeof POWER_REPORTING>;
  /** Left out where no other control knows the device. */
  readonly device?: SharedDevice | undefined;
}

/** What an operation asks for, in the order in which it is checked. */
export interface Operation {
  readonly isOutput?: boolean;
  /** Almost everything does; reading a common property does not. */
  readonly needsEnabled?: boolean;
  readonly isLegal?: boolean;
  /** Output must not be in progress. */
  readonly needsIdle?: boolean;
  /** What the device itself has against it, as far as anybody knows. */
  readonly hardware?: UposError;
}

/** The values of a table of constants. */
export type Value<Table> = Table[keyof Table];

/** Properties that every class has, as `open` leaves them. */
export const opened = {
  autoDisable: false,
  asyncMode: false,
  freezeEvents: false,
  dataEventEnabled: false,
  deviceEnabled: false,
  /** One idle event was asked for and not delivered yet. */
  flagWhenIdle: false,
  powerNotify: POWER_NOTIFY.PN_DISABLED as Value<typeof POWER_NOTIFY>,
  powerState: POWER_STATE.PS_UNKNOWN as Value<typeof POWER_STATE>,
  checkHealthText: "",
  /** Of the newest asynchronous output; 0 before the first. */
  outputId: 0,
};

export type PropertyValue = string | number | boolean;
export type PropertyValues = { readonly [name: string]: PropertyValue };

/** A property of one class, under the standard's name. */
export interface ClassProperty {
  readonly initial: PropertyValue;
  /** `enabled`: the device itself knows it, so it is not readable before. */
  readonly needs: "open" | "enabled";
  /** Whether the application may set it; left out where it may not. */
  readonly settable?: "always" | "whileDisabled";
  /** Filled by each DataEvent, blanked by `clearInputProperties`. */
  readonly isInput?: true;
}

export type ClassProperties = { readonly [name: string]: ClassProperty };

/** Properties that never change, under their names. */
export const capabilities = (values: PropertyValues): ClassProperties =>
  Object.fromEntries(
    Object.entries(values).map(([name, initial]) => [name, { initial, needs: "open" }] as const),
  );

/**
 * What every control can and cannot: no driver here knows how to change a device's program. All
 * statistics may be reset and set.
 */
export const commonCapabilities = ({ capPowerReporting }: LifeOptions): ClassProperties =>
  capabilities({
    ...{ CapPowerReporting: capPowerReporting, CapStatisticsReporting: true },
    ...{ CapUpdateStatistics: true, CapCompareFirmwareVersion: false, CapUpdateFirmware: false },
  });

/** The values of a class's own properties. */
export class OwnValues {
  readonly #table: ClassProperties;
  #values: PropertyValues = {};

  constructor(table: ClassProperties) {
    this.#table = table;
    this.reset();
  }

  get all(): PropertyValues {
    return this.#values;
  }

  describe(name: string): ClassProperty | null {
    return Object.hasOwn(this.#table, name) ? (this.#table[name] ?? null) : null;
  }

  /** Names that the class does not have are passed over. */
  learn(values: PropertyValues): void {
    const known = Object.entries(values).filter(([name]) => this.describe(name) !== null);
    this.#values = { ...this.#values, ...Object.fromEntries(known) };
  }

  reset(): void {
    this.#blank(() => true);
  }

  blankInput(): void {
    this.#blank(({ isInput }) => isInput === true);
  }

  #blank(isMeant: (property: ClassProperty) => boolean): void {
    const meant = Object.entries(this.#table).filter(([, property]) => isMeant(property));
    this.learn(Object.fromEntries(meant.map(([name, { initial }]) => [name, initial])));
  }
}
