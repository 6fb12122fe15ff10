import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrinterModel } from "#drivers/printers/model.ts";
import { epsonTmT20iii } from "#drivers/printers/models/epson-tm-t20iii.ts";
import { generic58mm } from "#drivers/printers/models/generic-58mm.ts";
import { generic80mm } from "#drivers/printers/models/generic-80mm.ts";
import { starTsp650iiGb18030 } from "#drivers/printers/models/star-tsp650ii.ts";
import { MemoryCounter } from "#test/support/memory-counter.ts";
import { slipsTellTheTruth } from "#test/support/slips.ts";

/** What can stop a receipt in its middle, and how it ends. */
interface Trouble {
  readonly begin: (counter: MemoryCounter) => void;
  readonly end: (counter: MemoryCounter) => void;
  /** The printer keeps what it holds and goes on: one original and nothing else. */
  readonly isKept: boolean;
}

const troubles: Readonly<Record<string, Trouble>> = {
  "paper out": {
    begin: (c) => c.tend({ kind: "paper", paper: "out" }),
    end: (c) => c.tend({ kind: "paper", paper: "ok" }),
    isKept: true,
  },
  "cover open": {
    begin: (c) => c.tend({ kind: "cover", cover: "open" }),
    end: (c) => c.tend({ kind: "cover", cover: "closed" }),
    isKept: true,
  },
  "blade stuck": {
    begin: (c) => c.tend({ kind: "cutter", cutter: "jammed" }),
    end: (c) => c.tend({ kind: "cutter", cutter: "ok" }),
    isKept: true,
  },
  "cable out": {
    begin: (c) => c.cables.printer.unplug(),
    end: (c) => c.cables.printer.plug(),
    isKept: false,
  },
  "power off": {
    begin: (c) => c.tend({ kind: "power", power: "off" }),
    end: (c) => c.tend({ kind: "power", power: "on" }),
    isKept: false,
  },
};

/** One model for each way of confirming, one without a blade, and the other language. */
const models: Readonly<Record<string, PrinterModel>> = {
  "process id": epsonTmT20iii,
  fence: generic80mm,
  "no blade": generic58mm,
  "Star, counted": starTsp650iiGb18030,
};
/** In milliseconds: longer than the receipt takes. */
const moment = fc.integer({ min: 0, max: 1400 });

const speed = fc.constantFrom(1, 12);

function counterOf(model: PrinterModel, bytesPerMs: number, saysXon = true): MemoryCounter {
  return new MemoryCounter({ model, printer: { language: model.speaks, saysXon }, bytesPerMs });
}

function sell(counter: MemoryCounter): void {
  counter.scan("6901234567892");
  counter.advance(50);
  counter.put({ type: "intent", intent: { type: "tenderCash", amount: 1000 } });
}

describe.each(Object.entries(models))("%s", (_model, model) => {
  describe.each(Object.entries(troubles))("%s in mid-receipt", (_name, trouble) => {
    it.each([300, 20_000])("for %i ms, at any moment of it, ends in one original", (duration) => {
      fc.assert(
        fc.property(moment, speed, (at, bytesPerMs) => {
          const counter = counterOf(model, bytesPerMs);
          counter.advance(4000);
          sell(counter);
          counter.advance(at);
          trouble.begin(counter);
          counter.advance(duration);
          trouble.end(counter);
          counter.advance(2000);
          sell(counter);
          counter.advance(60_000);

          const { copies } = slipsTellTheTruth(counter, `at ${at} ms`);
          if (trouble.isKept) expect(copies).toBe(0);
          const kicked = counter.till.entries.filter(({ fact }) => fact.type === "drawer.kicked");
          expect(counter.openings).toBeLessThanOrEqual(kicked.length);
        }),
        { numRuns: Number(process.env.FC_RUNS ?? 8) },
      );
    });
  });

  // Nothing tells of it but silence, and no printer starts faster.
  it.each([1000, 20_000])("switched off for %i ms without XON ends in one original", (duration) => {
    fc.assert(
      fc.property(moment, speed, (at, bytesPerMs) => {
        const counter = counterOf(model, bytesPerMs, false);
        counter.advance(4000);
        sell(counter);
        counter.advance(at);
        counter.tend({ kind: "power", power: "off" });
        counter.advance(duration);
        counter.tend({ kind: "power", power: "on" });
        counter.advance(2000);
        sell(counter);
        counter.advance(60_000);

        slipsTellTheTruth(counter, `at ${at} ms`);
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 8) },
    );
  });

  // A stuck blade is no trouble before the cut.
  const atOnce = ["paper out", "cover open", "cable out", "power off"];

  it.each(atOnce)("%s in mid-receipt is told within a second", (name) => {
    fc.assert(
      fc.property(moment, speed, (at, bytesPerMs) => {
        const counter = counterOf(model, bytesPerMs);
        counter.advance(4000);
        sell(counter);
        counter.advance(at);
        fc.pre(counter.till.terminal.jobs.length > 0);
        troubles[name]?.begin(counter);
        counter.advance(1000);

        expect(counter.till.terminal.chart.printer).not.toBe("ready");
      }),
      // Three of the four answers of a round come, and it ends without the last.
      { numRuns: Number(process.env.FC_RUNS ?? 8), examples: [[3, 12]] },
    );
  });
});
