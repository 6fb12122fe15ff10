import { CodedError } from "./coded-error.ts";

/**
 * A broken assumption stops the terminal; the ledger makes that safe. Stays on in production.
 *
 * @throws CodedError `state/broken-assumption`
 */
export function assert(condition: unknown, assumption: string): asserts condition {
  if (!condition) {
    throw new CodedError("state/broken-assumption", {
      what: `Broken assumption: ${assumption}`,
      fix: "Restart the terminal; nothing recorded is lost. Send the log to support.",
    });
  }
}

/** Closes a switch over a union: the compiler refuses a forgotten member. */
export function unreachable(value: never): never {
  throw new CodedError("state/broken-assumption", {
    what: `Broken assumption: no such case ${JSON.stringify(value)}`,
    fix: "Restart the terminal; nothing recorded is lost. Send the log to support.",
  });
}
