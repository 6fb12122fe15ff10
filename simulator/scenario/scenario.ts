import type { Millis } from "#state/base/units.ts";
import type { LineChange } from "../line/faults.ts";
import type {
  CounterActions,
  CounterEvent,
  DeviceName,
  VirtualCounter,
  WiredName,
} from "../virtual-counter.ts";

/** A scenario file, read: its lines from top to bottom. */
export interface Scenario {
  /** Of the file, without its folder. */
  readonly name: string;
  /** The first comment; the name when there is none. */
  readonly title: string;
  readonly steps: readonly Step[];
}

/** One line: it waits for its moment, and then does its deed or sees that something holds. */
export interface Step {
  /** In the file, from 1. */
  readonly line: number;
  readonly text: string;
  readonly moment: Moment | null;
  readonly deed: Deed | null;
  readonly expectation: Expectation | null;
  /** How long it waits for bytes or an event before it fails. */
  readonly momentMs: number;
  /** How long what is expected may take to hold. */
  readonly expectationMs: number;
}

/** Times count from the scenario's start (`at`) or from the line before; so do bytes and events. */
export type Moment =
  | { readonly kind: "at"; readonly ms: number }
  | { readonly kind: "later"; readonly ms: number }
  | {
      readonly kind: "bytes";
      readonly count: number;
      readonly device: WiredName;
      readonly lane: "toDevice" | "toHost";
    }
  | {
      readonly kind: "event";
      readonly count: number;
      readonly isIt: (event: CounterEvent) => boolean;
    };

/** What a scenario works on: the bench's host, in a test or live. */
export interface Stage {
  readonly counter: VirtualCounter;
  act<Name extends DeviceName>(on: Name, action: CounterActions[Name]): void;
  disturb(cableOf: WiredName, change: LineChange): void;
}

export type Deed = (stage: Stage) => void;

/** What the counter was like when the scenario began; counts are told from there. */
export interface Baseline {
  readonly startedAt: Millis;
  readonly finishedReceipts: number;
  readonly scans: number;
  readonly openings: number;
}

/** @returns null when it holds, else what is there instead */
export type Expectation = (counter: VirtualCounter, since: Baseline) => string | null;
