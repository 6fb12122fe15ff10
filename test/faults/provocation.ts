import type { CounterOptions } from "#simulator/virtual-counter.ts";
import type { Stage } from "./stage.ts";

/**
 * Everything a driver can complain of, and how the simulator brings it about. The keys are the
 * drivers' own types: a trouble that is declared and not provoked here does not compile.
 */
export interface Provocation {
  /** What is done on the bench page, by API or in a scenario; or what the host itself does. */
  readonly by: string;
  /** @returns what the driver has told */
  readonly provoke: (stage: Stage) => readonly object[];
  /** Fields that one of the signals must have. */
  readonly tells: object;
  /** Of the counter, where it is not the usual one. */
  readonly counter?: CounterOptions;
}

export type Table<Name extends string> = Readonly<Record<Name, Provocation>>;
