import { openCatalogue } from "#state/catalogue.ts";
import { decide, type Outcome } from "#state/decide.ts";
import type { Entry } from "#state/fact.ts";
import type { Input } from "#state/input.ts";
import { type Terminal, type Trade, unknownTerminal } from "#state/terminal.ts";
import { type Beginning, beginnings, configuration, opening } from "#test/support/shop.ts";

/** A till made of the core alone: inputs in, facts kept, no devices and no clock of its own. */
export interface Till {
  readonly terminal: Terminal;
  readonly trade: Trade;
  /** All facts so far, in order. */
  readonly entries: readonly Entry[];
  /** Milliseconds since 1970. */
  readonly at: number;
  put(input: Input): Outcome;
  wait(ms: number): void;
}

export function openTill(from: Beginning = "unidentified", hasScale = false): Till {
  let terminal = unknownTerminal;
  let at = opening;
  let ids = 0;
  const entries: Entry[] = [];
  const freshId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const trade = { configuration, catalogue: openCatalogue(configuration), hasScale, freshId };
  const till: Till = {
    get terminal() {
      return terminal;
    },
    get at() {
      return at;
    },
    trade,
    entries,
    put(input) {
      const nextSeq = entries.length + 1;
      const outcome = decide(terminal, input, trade, { at, nextSeq });
      entries.push(...outcome.facts.map((fact, index) => ({ seq: nextSeq + index, at, fact })));
      terminal = outcome.terminal;
      return outcome;
    },
    wait(ms) {
      at += ms;
    },
  };
  for (const input of beginnings[from]) till.put(input);
  return till;
}

/** The types of the facts an outcome holds, for a test that asks no more. */
export const types = (outcome: Outcome) => outcome.facts.map((fact) => fact.type);
