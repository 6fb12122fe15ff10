/**
 * The failures that other people's tills have had, by the number of their row in the reference of
 * devices, section 8: how each is provoked here, and what the till's own driver or link says.
 */
import type { Provocation } from "./rig.ts";
import type { UsbStep, UsbTarget } from "./usb-rig.ts";

/** Somebody's driver at a virtual device: what it must say, and what it must not. */
interface AtDriver extends Provocation {
  readonly says: readonly string[];
  readonly never?: readonly string[];
  /** How many labels come through, or jobs are done, where that is the point. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** The till's own link at a virtual USB device: exactly what it tells. */
interface AtLink {
  readonly target: UsbTarget;
  readonly steps: readonly UsbStep[];
  readonly tells: readonly string[];
  /** The system does not show who has the interface: claiming must find out. */
  readonly seesDriver?: false;
}

export interface Failure {
  readonly row: number;
  readonly what: string;
  readonly atDriver?: readonly AtDriver[];
  readonly atLink?: readonly AtLink[];
  /** Why it cannot be provoked. */
  readonly notHere?: string;
}
