import type { CounterActions, DeviceName } from "../virtual-counter.ts";
import type { Deed } from "./scenario.ts";
import type { Slots } from "./words.ts";

export interface DeedRow {
  readonly pattern: string;
  readonly make: (slots: Slots) => Deed;
}

export const act =
  <Name extends DeviceName>(on: Name, action: CounterActions[Name]): Deed =>
  (stage) =>
    stage.act(on, action);

export const row = (pattern: string, make: (slots: Slots) => Deed): DeedRow => ({ pattern, make });
export const fixed = (pattern: string, deed: Deed): DeedRow => row(pattern, () => deed);
