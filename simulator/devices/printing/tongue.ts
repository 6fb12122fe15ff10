import type { PaperRow } from "#simulator/paper/paper.ts";
import type { PaperMark } from "#simulator/paper/stack.ts";
import type { Condition } from "./condition.ts";
import type { Counters, Worn } from "./counters.ts";
import type { Extent, Token } from "./tokenizer.ts";

/** What the mechanics have to do, in order. An interpreter knows no time and no trouble. */
export type Deed =
  | { readonly kind: "print"; readonly row: PaperRow }
  /** Where the paper ends now, or further up at a mark. */
  | { readonly kind: "cut"; readonly isPartial: boolean; readonly mark?: PaperMark }
  | { readonly kind: "pulse"; readonly pin: 2 | 5; readonly onMs: number; readonly offMs: number }
  | { readonly kind: "answer"; readonly bytes: Uint8Array }
  /** An answer that tells the printer's condition when the queue reaches it. */
  | { readonly kind: "report"; readonly of: (now: Condition, worn: Counters) => Uint8Array }
  /** A cut where the paper ends now, to be made once that has come to the blade. */
  | { readonly kind: "reserve cut"; readonly isPartial: boolean }
  /** The initialize command: reserved cuts are off, the speed is its own again. */
  | { readonly kind: "initialize" }
  /** How fast it prints, as a share of the speed it can. */
  | { readonly kind: "pace"; readonly share: number }
  /** `times` of 0: until it is silenced. */
  | { readonly kind: "buzz"; readonly times: number; readonly onMs: number }
  | { readonly kind: "reset counter"; readonly worn: Worn }
  | { readonly kind: "memory written" }
  | { readonly kind: "watch"; readonly n: number }
  /** Nothing happens for a while. */
  | { readonly kind: "pause"; readonly ms: number }
  /** What comes next waits, off line, until somebody presses the feed button. */
  | { readonly kind: "wait for button" }
  /** Whether the feed button does anything. */
  | { readonly kind: "panel button"; readonly isEnabled: boolean }
  /** A mark in the data was reached: the host is told. */
  | { readonly kind: "count" }
  | { readonly kind: "forget count" }
  /** To what hangs on the printer's second plug. */
  | { readonly kind: "pass on"; readonly bytes: Uint8Array }
  | { readonly kind: "unknown"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly why: string };

/** Requests that are heard on arrival, whatever they stand in. */
export type RealTimeRequest =
  | { readonly kind: "status"; readonly n: 1 | 2 | 3 | 4 }
  | { readonly kind: "recover"; readonly isClearing: boolean }
  | { readonly kind: "pulse"; readonly pin: 2 | 5; readonly onMs: number }
  | { readonly kind: "buzz"; readonly times: number; readonly onMs: number }
  | { readonly kind: "silence" }
  /** As if a person pressed it and let go. */
  | { readonly kind: "press feed button" }
  | { readonly kind: "power off" }
  | { readonly kind: "send status block" }
  | {
      readonly kind: "answer";
      readonly of: (condition: Condition, isBufferEmpty: boolean) => Uint8Array;
    }
  | { readonly kind: "clear buffers" };

export interface Interpreter {
  /** Power-on, or the initialize command: the print buffer and every mode. */
  reset(): void;
  /** Forgets the line being composed; the modes stay. */
  clearLine(): void;
  read(token: Token): readonly Deed[];
  /** Somebody pressed the feed button. */
  pressButton(): readonly Deed[];
}

export interface Ear {
  /** Takes one byte; answers the request it completes, if any. */
  hear(byte: number): RealTimeRequest | null;
  clear(): void;
}

/** Tells the host of changes by itself. */
export interface Watch {
  /** The host says what it wants to be told of; the number is the language's. */
  watch(n: number, condition: Condition): void;
  /** To be called after anything that may have changed the condition. */
  notice(condition: Condition): void;
  count(condition: Condition): void;
  forgetCount(): void;
  /** Power went. */
  end(condition: Condition): void;
  /** Power is back. */
  begin(condition: Condition): void;
}

/** A printer language: everything about a printer that is not mechanics. */
export interface Tongue {
  extentOf(head: readonly number[]): Extent;
  /** It was obeyed on arrival and takes no room in the receive buffer. */
  isRealTime(token: Token): boolean;
  readonly interpreter: Interpreter;
  readonly ear: Ear;
  readonly watch: Watch;
  /** The answer to a request for status; empty where the language has none. */
  status(n: 1 | 2 | 3 | 4, condition: Condition): Uint8Array;
  block(condition: Condition): Uint8Array;
}
