import type { UposError } from "#drivers/upos/error.ts";
import { POWER_NOTIFY, type POWER_REPORTING, POWER_STATE } from "#drivers/wire/upos.ts";

/** A device that several controls may have open; one at a time may claim it. */
export interface SharedDevice {
  owner: object | null;
}

export interface ControlOptions {
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

/** Properties as `open` leaves them. */
export const opened = {
  autoDisable: false,
  asyncMode: false,
  freezeEvents: false,
  dataEventEnabled: false,
  deviceEnabled: false,
  powerNotify: POWER_NOTIFY.PN_DISABLED as Value<typeof POWER_NOTIFY>,
  powerState: POWER_STATE.PS_UNKNOWN as Value<typeof POWER_STATE>,
  checkHealthText: "",
  /** Of the newest asynchronous output; 0 before the first. */
  outputId: 0,
};
