import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome } from "#state/decide.ts";
import { duties } from "#state/duty.ts";
import { evolve } from "#state/evolve.ts";
import { refusalTexts } from "#state/refusal-texts.ts";
import { unknownTerminal } from "#state/terminal.ts";
import {
  eachPieceCostsItsPrice,
  eachSaleOpensTheDrawerAndPrintsOnce,
  everyFactIsWellFormed,
  moneyAddsUp,
  nothingIsSoldBeforeGoingLive,
  salesWithoutPaper,
  workEndsOnce,
} from "#test/support/checkers.ts";
import { activatingMoves, type Move, moves, nextStep } from "#test/support/moves.ts";
import { type Beginning, beginnings } from "#test/support/shop.ts";
import { readInput } from "#test/support/table-inputs.ts";
import { openTill, type Till } from "#test/support/till.ts";

/** What holds whatever happens, in any order. A failure prints its seed and the moves. */

const anywhere = fc.constantFrom(...(Object.keys(beginnings) as Beginning[]));
const selling = fc.constant<Beginning>("signed on");

function play(from: Beginning, all: readonly Move[]): Till {
  const till = openTill(from, true);
  for (const move of all) makeMove(till, move);
  return till;
}

/** @returns what came of it; null for waiting, of which nothing comes */
function makeMove(till: Till, move: Move): Outcome | null {
  if (typeof move !== "string") return till.put(move);
  if (move === "onward") return till.put(readInput(nextStep(till), till));
  if (!move.startsWith("wait ")) return till.put(readInput(move, till));
  till.wait(Number(move.slice("wait ".length)) * 1000);
  return null;
}

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** Lets the printer work until nothing is owed. */
function drain(till: Till): void {
  till.put({ type: "deviceHealth", device: "printer", health: "ready", reason: "" });
  for (let jobs = till.terminal.jobs.length; jobs > 0; jobs -= 1) {
    till.put(readInput("printed", till));
  }
}

/** Plays random moves from a place such as `where`, many times over, and then looks. */
function whatever(where: fc.Arbitrary<Beginning>, law: (till: Till) => void): void {
  fc.assert(
    fc.property(where, moves, (from, all) => law(play(from, all))),
    { numRuns: 80 },
  );
}

describe("whatever happens at a counter", () => {
  test("nothing stops the till, and it is what its ledger says it is", () => {
    whatever(anywhere, ({ entries, terminal }) => {
      expect(entries.reduce(evolve, unknownTerminal)).toEqual(terminal);
      expect(plain(entries).reduce(evolve, plain(unknownTerminal))).toEqual(terminal);
      expect(plain(terminal)).toEqual(terminal);
    });
  });

  test("every activation, however it goes, is what its ledger says it is", () => {
    fc.assert(
      fc.property(activatingMoves, (all) => {
        const { entries, terminal } = play("unidentified", all);

        expect(plain(entries).reduce(evolve, unknownTerminal)).toEqual(terminal);
        nothingIsSoldBeforeGoingLive(entries);
        everyFactIsWellFormed(entries);
        workEndsOnce(entries);
      }),
      { numRuns: 60 },
    );
  });

  test("each fact can be read back as it was written", () => {
    whatever(anywhere, ({ entries }) => everyFactIsWellFormed(entries));
  });

  test("nothing is sold before the terminal went live", () => {
    const early = fc.constantFrom<Beginning>("unidentified", "not activated", "test transaction");

    whatever(early, ({ entries }) => nothingIsSoldBeforeGoingLive(entries));
  });

  test("the cashier is never told something that has no words", () => {
    fc.assert(
      fc.property(anywhere, moves, (from, all) => {
        const till = openTill(from);

        const told = all.flatMap((move) => makeMove(till, move)?.notice?.code ?? []);

        expect(told.filter((code) => !Object.hasOwn(refusalTexts, code))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("money", () => {
  test("of every sale is the sum of its lines, and the perpetual total that of the sales", () => {
    whatever(selling, ({ entries, terminal }) => {
      const own = moneyAddsUp(entries);

      expect(terminal.receipts).toBe(own.receipts);
      expect(terminal.perpetualSales).toBe(own.total);
    });
  });

  test("for three of a piece is three times that for one", () => {
    whatever(selling, ({ entries }) => eachPieceCostsItsPrice(entries));
  });

  test("taken opens the drawer once and prints one receipt", () => {
    whatever(selling, ({ entries }) => eachSaleOpensTheDrawerAndPrintsOnce(entries));
  });
});

describe("work that is owed", () => {
  test("is under way one receipt at a time, and ends once", () => {
    whatever(selling, ({ entries }) => workEndsOnce(entries));
  });

  test("is a function of the state alone, each piece under a name of its own", () => {
    whatever(anywhere, ({ terminal }) => {
      const owed = duties(terminal);

      expect(duties(plain(terminal))).toEqual(owed);
      expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length);
    });
  });

  test("goes by a name that goes when the work comes back undone", () => {
    whatever(selling, (till) => {
      const before = duties(till.terminal).filter(({ type }) => type === "print");

      till.put(readInput("print-failed offline nothing", till));

      const after = new Set(duties(till.terminal).map(({ key }) => key));
      expect(before.filter(({ key }) => after.has(key))).toEqual([]);
    });
  });
});

describe("a pulled plug, at any moment", () => {
  test("loses no receipt: each comes out, or a copy of it", () => {
    whatever(selling, (till) => {
      till.put({ type: "started" });
      drain(till);

      expect(till.terminal.jobs).toEqual([]);
      expect(salesWithoutPaper(till.entries)).toEqual([]);
    });
  });

  test("kicks no drawer afterwards, and knows nothing of the devices", () => {
    whatever(anywhere, (till) => {
      till.put({ type: "started" });

      expect(till.terminal.kicks).toEqual([]);
      expect(duties(till.terminal).filter(({ type }) => type === "kick")).toEqual([]);
      expect(till.terminal.chart).toMatchObject({ scanner: "absent", printer: "absent" });
    });
  });

  test("leaves the basket as it was at the last beep, and the money too", () => {
    whatever(anywhere, (till) => {
      const { sale, receipts, perpetualSales, cashier, chart, signOnFailures } = till.terminal;

      till.put({ type: "started" });

      const kept = { sale, receipts, perpetualSales, cashier, signOnFailures };
      expect(till.terminal).toEqual({ ...till.terminal, ...kept });
      expect(till.terminal.chart.life).toEqual(chart.life);
    });
  });

  test("leaves a ledger that folds, wherever it ends, to the money it holds", () => {
    fc.assert(
      fc.property(selling, moves, fc.nat(), (from, all, cut) => {
        const { entries } = play(from, all);
        const kept = entries.slice(0, cut % (entries.length + 1));

        const terminal = kept.reduce(evolve, unknownTerminal);

        expect(terminal.perpetualSales).toBe(moneyAddsUp(kept).total);
      }),
      { numRuns: 60 },
    );
  });
});
