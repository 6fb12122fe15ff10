import { expect, test } from "vitest";
import { openTill } from "#test/support/till.ts";
import { CodedError } from "./base/coded-error.ts";
import { evolve } from "./evolve.ts";
import { unknownTerminal } from "./terminal.ts";

test("a ledger that holds a fact out of place is not folded into something plausible", () => {
  const entry = { seq: 1, at: 0, fact: { type: "terminal.wentLive" } } as const;

  expect(() => evolve(unknownTerminal, entry)).toThrow(CodedError);
  expect(() => evolve(unknownTerminal, entry)).toThrow("terminal.wentLive is legal in");
});

test("a fact leaves the terminal before it as it was", () => {
  const { terminal, entries } = openTill("signed on");
  const before = JSON.stringify(terminal);

  evolve(terminal, { seq: entries.length + 1, at: 0, fact: { type: "cashier.signedOff" } });

  expect(JSON.stringify(terminal)).toBe(before);
});
