import type { Acknowledgement } from "./protocol.ts";

/**
 * What the terminal knows of its own shipping: one cursor, never a flag a row. Reading removes
 * nothing; only the backend's acknowledgement moves the cursor. Pure: the uplink drives it.
 */
export interface Outbox {
  /** Everything up to here is safe at the backend. */
  readonly acknowledged: number;
  /** Null until the backend has been tried. */
  readonly reachable: boolean | null;
  /** Tries in a row that brought nothing. */
  readonly failures: number;
  /** Why shipping has stopped for good, until a person looks; null while it goes on. */
  readonly halted: string | null;
}

/** How a try to ship ended. */
export type Answer =
  | { readonly type: "acknowledged"; readonly acknowledgement: Acknowledgement }
  /** The backend's head is elsewhere: it was restored, or an answer of it was lost. */
  | { readonly type: "gap"; readonly head: number }
  | { readonly type: "unreachable" }
  /** The backend will not have these entries however often they are sent. */
  | { readonly type: "refused"; readonly code: string };

export const batchLimit = 200;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

export function freshOutbox(acknowledged: number): Outbox {
  return { acknowledged, reachable: null, failures: 0, halted: null };
}

/** An acknowledgement may confirm more than was asked; the cursor never passes `durable`. */
export function afterAnswer(outbox: Outbox, answer: Answer, durable: number): Outbox {
  switch (answer.type) {
    case "acknowledged": {
      const seq = Math.min(answer.acknowledgement.seq, durable);
      return { acknowledged: seq, reachable: true, failures: 0, halted: null };
    }
    case "gap":
      return { ...outbox, acknowledged: Math.min(answer.head, durable), reachable: true };
    case "unreachable":
      return { ...outbox, reachable: false, failures: outbox.failures + 1 };
    case "refused":
      return { ...outbox, reachable: true, halted: answer.code, failures: outbox.failures + 1 };
  }
}

/** Milliseconds to wait before the next try: half a second after the first failure, doubling. */
export function pauseAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
}
