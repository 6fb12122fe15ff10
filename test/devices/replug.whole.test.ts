import fc from "fast-check";
import { afterAll, expect, it, vi } from "vitest";
import { checkDigit } from "#state/barcode.ts";
import { sharedFolder } from "#test/support/folder.ts";
import { PtyCounter } from "#test/support/pty-counter.ts";
import { slipsTellTheTruth } from "#test/support/slips.ts";

/** `npm run test:replug` pulls 500. */
const cycles = Number(process.env.REPLUG_CYCLES ?? 8);
const seed = Number(process.env.REPLUG_SEED ?? Date.now() % 1_000_000);

const folder = sharedFolder();
const counters: PtyCounter[] = [];
afterAll(async () => {
  for (const counter of counters) await counter.close();
});

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 60_000, interval: 5 });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One cable pulled while a sale is under way, and what the customer's basket holds before. */
const cycle = fc.record({
  scans: fc.nat({ max: 3 }),
  pays: fc.boolean(),
  /** Bytes of one more label that are sent when the scanner's cable comes out. */
  cutAt: fc.nat({ max: 14 }),
  which: fc.constantFrom("scanner" as const, "printer" as const),
  /** In milliseconds: into the receipt, and while the cable is out. */
  pulledAfter: fc.nat({ max: 150 }),
  outFor: fc.nat({ max: 400 }),
});

/** Each label once in a run: an in-store code whose price is its number. */
function labelOf(number: number): string {
  const digits = `2200777${String(number).padStart(5, "0")}`;
  return digits + checkDigit(digits);
}

it(`takes ${cycles} pulled cables in the middle of sales on real ports (seed ${seed})`, async () => {
  const counter = await PtyCounter.open(folder);
  counters.push(counter);
  const { core } = counter;
  const whole: string[] = [];
  const cut: string[] = [];
  let number = 100;
  const nextLabel = () => {
    number += 1;
    return labelOf(number);
  };
  const untilReady = (which: "scanner" | "printer") =>
    until(() => expect(core.health[which]).toBe("ready"));

  counter.plug("scanner");
  counter.plug("printer");
  await untilReady("scanner");
  await untilReady("printer");
  const [handles, ownHandles] = [counter.handles, counter.ownHandles];

  for (const { scans, pays, cutAt, which, pulledAfter, outFor } of fc.sample(cycle, {
    seed,
    numRuns: cycles,
  })) {
    await untilReady("scanner");
    // A port that was just opened may still carry the tail of something: nobody scans that fast.
    await pause(100);
    for (let scan = 0; scan <= scans; scan += 1) {
      const label = nextLabel();
      whole.push(label);
      await counter.scan(label);
      await until(() => expect(core.heard.at(-1)).toBe(label));
    }
    if (pays) core.put({ type: "intent", intent: { type: "tenderCash", amount: 10_000_000 } });
    await pause(pulledAfter);
    if (which === "scanner") {
      const label = nextLabel();
      cut.push(label);
      await counter.scan(label, cutAt);
    }
    await counter.unplug(which);
    await pause(outFor);
    // Nobody scans with a scanner that has just been pulled; the printer is given no such time.
    if (which === "scanner") await until(() => expect(core.health.scanner).toBe("absent"));
    counter.plug(which);
  }
  await untilReady("scanner");
  await until(() => expect(core.till.terminal.jobs).toEqual([]));
  await untilReady("printer");

  const story = () => core.log.slice(-40).join("\n");
  const certain = core.heard.filter((label) => !cut.includes(label));
  expect(certain, story()).toEqual(whole);
  // The last byte of a label may have come through before the cable went.
  const lucky = core.heard.filter((label) => cut.includes(label));
  expect(new Set(lucky).size, story()).toBe(lucky.length);
  slipsTellTheTruth(core, `seed ${seed}`);
  await until(() => expect(counter.handles).toBeLessThanOrEqual(handles));
  await until(() => expect(counter.ownHandles).toBeLessThanOrEqual(ownHandles));
}, 3_600_000);
