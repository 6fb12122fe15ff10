import fc from "fast-check";
import { expect, it } from "vitest";
import { MemoryCounter } from "#test/support/memory-counter.ts";
import { slipsTellTheTruth } from "#test/support/slips.ts";

/** Cables pulled and put back; between two of them up to six other things happen. */
const CYCLES = 500;

type Step =
  | { readonly kind: "scan"; readonly label: string }
  | { readonly kind: "pay" }
  | { readonly kind: "replug"; readonly which: "scanner" | "printer"; readonly outMs: number }
  | { readonly kind: "wait"; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom("6901234567892", "96385074", "4006381333931")
      .map((label): Step => ({ kind: "scan", label })),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: "pay" }) },
  { weight: 2, arbitrary: fc.nat({ max: 1500 }).map((ms): Step => ({ kind: "wait", ms })) },
);

const replug = fc
  .tuple(fc.constantFrom("scanner" as const, "printer" as const), fc.nat({ max: 3000 }))
  .map(([which, outMs]): Step => ({ kind: "replug", which, outMs }));

/** One replug among up to six other steps, begun before the ones ahead of it have ended. */
const cycle = fc.tuple(fc.array(step, { maxLength: 6 }), replug, fc.nat({ max: 400 }));

function play(counter: MemoryCounter, action: Step): void {
  switch (action.kind) {
    case "scan":
      counter.scan(action.label);
      counter.advance(9);
      break;
    case "pay":
      counter.put({ type: "intent", intent: { type: "tenderCash", amount: 10_000 } });
      break;
    case "replug":
      counter.cables[action.which].unplug();
      counter.advance(action.outMs);
      counter.cables[action.which].plug();
      break;
    case "wait":
      counter.advance(action.ms);
  }
}

/** A story told by its seed, so that a failure is one number and not five hundred steps. */
const storyOf = (seed: number) => fc.sample(cycle, { seed, numRuns: CYCLES });

it(`takes ${CYCLES} pulled cables in the middle of sales`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.constantFrom(1, 12), async (seed, bytesPerMs) => {
      const counter = new MemoryCounter({ bytesPerMs });
      counter.advance(4000);
      for (const [steps, pull, gap] of storyOf(seed)) {
        for (const one of steps) play(counter, one);
        counter.advance(gap);
        play(counter, pull);
      }
      counter.advance(600_000);

      expect(counter.heard).toEqual(counter.delivered);
      slipsTellTheTruth(counter, "at the end");
      expect(counter.cables.scanner.held).toBe(1);
      expect(counter.cables.printer.held).toBe(1);
      await counter.close();
      expect(counter.cables.scanner.held + counter.cables.printer.held).toBe(0);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 1) },
  );
}, 600_000);
