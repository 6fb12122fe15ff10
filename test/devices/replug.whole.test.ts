import fc from "fast-check";
import { afterAll, expect, it, vi } from "vitest";
import type { Health } from "#runtime/devices/slot.ts";
import { checkDigit } from "#state/barcode.ts";
import { freshFolder } from "#test/support/folder.ts";
import { PtyCounter, type Wired } from "#test/support/pty-counter.ts";
import { slipsTellTheTruth } from "#test/support/slips.ts";

/** `npm run test:replug` pulls 500. */
const cycles = Number(process.env.REPLUG_CYCLES ?? 6);
/** Each is followed by a longer pause than the one before, up to five seconds. */
const kills = Math.max(3, Math.ceil(cycles / 25));
const seed = Number(process.env.REPLUG_SEED ?? Date.now() % 1_000_000);

const counters: PtyCounter[] = [];
afterAll(async () => {
  for (const counter of counters) await counter.close();
});

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 60_000, interval: 5 });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sales whose labels are all different, so that one lost or doubled is seen. */
class Sales {
  readonly counter: PtyCounter;
  readonly #whole: string[] = [];
  readonly #cut: string[] = [];
  #number = 100;

  private constructor(counter: PtyCounter) {
    this.counter = counter;
  }

  static async open(): Promise<Sales> {
    const counter = await PtyCounter.open(freshFolder());
    counters.push(counter);
    counter.plug("scanner");
    counter.plug("printer");
    const sales = new Sales(counter);
    await sales.until("scanner", "ready");
    await sales.until("printer", "ready");
    return sales;
  }

  async until(which: Wired, health: Health): Promise<void> {
    const { core } = this.counter;
    await until(() => expect(core.health[which]).toBe(health));
  }

  async sell(scans: number, pays: boolean): Promise<void> {
    const { core } = this.counter;
    await this.until("scanner", "ready");
    // A port that was just opened may still carry the tail of something: nobody scans that fast.
    await pause(100);
    for (let scan = 0; scan < scans; scan += 1) {
      const label = this.#nextLabel();
      this.#whole.push(label);
      await this.counter.scan(label);
      await until(() => expect(core.heard.at(-1)).toBe(label));
    }
    if (pays) core.put({ type: "intent", intent: { type: "tenderCash", amount: 10_000_000 } });
  }

  /** A label of which only the first bytes are sent for certain. */
  async beginScan(length: number): Promise<void> {
    const label = this.#nextLabel();
    this.#cut.push(label);
    await this.counter.scan(label, length);
  }

  /** Everything is in and on: waits for what is still owed, and looks at all there was. */
  async settle(): Promise<void> {
    const { core } = this.counter;
    await this.until("scanner", "ready");
    await until(() => expect(core.till.terminal.jobs).toEqual([]));
    await this.until("printer", "ready");
    const story = core.log.slice(-40).join("\n");
    const certain = core.heard.filter((label) => !this.#cut.includes(label));
    expect(certain, story).toEqual(this.#whole);
    // The last byte of a label may have come through before the cable went.
    const lucky = core.heard.filter((label) => this.#cut.includes(label));
    expect(new Set(lucky).size, story).toBe(lucky.length);
    slipsTellTheTruth(core, `seed ${seed}`);
  }

  /** An in-store code whose price is its number. */
  #nextLabel(): string {
    this.#number += 1;
    const digits = `2200777${String(this.#number).padStart(5, "0")}`;
    return digits + checkDigit(digits);
  }
}

/** What strikes while a sale is under way. */
const blow = fc.record({
  scans: fc.integer({ min: 1, max: 4 }),
  pays: fc.boolean(),
  /** Bytes of one more label that are sent just before. */
  cutAt: fc.nat({ max: 14 }),
  which: fc.constantFrom("scanner" as const, "printer" as const),
  /** In milliseconds: into the receipt, and while the cable is out. */
  after: fc.nat({ max: 150 }),
  outFor: fc.nat({ max: 400 }),
});
const blows = (count: number) => fc.sample(blow, { seed, numRuns: count });

it(`takes ${cycles} pulled cables in mid-sale on real ports (seed ${seed})`, async () => {
  const sales = await Sales.open();
  const { counter } = sales;
  const [handles, ownHandles] = [counter.handles, counter.ownHandles];

  for (const { scans, pays, cutAt, which, after, outFor } of blows(cycles)) {
    await sales.sell(scans, pays);
    await pause(after);
    if (which === "scanner") await sales.beginScan(cutAt);
    await counter.unplug(which);
    await pause(outFor);
    // Nobody scans with a scanner that has just been pulled; the printer is given no such time.
    if (which === "scanner") await sales.until("scanner", "absent");
    counter.plug(which);
  }

  await sales.settle();
  await until(() => expect(counter.handles).toBeLessThanOrEqual(handles));
  await until(() => expect(counter.ownHandles).toBeLessThanOrEqual(ownHandles));
}, 3_600_000);

it(`sells on while its device process is killed ${kills} times (seed ${seed})`, async () => {
  const sales = await Sales.open();

  for (const { scans, pays, cutAt, which, after } of blows(kills)) {
    await sales.sell(scans, pays);
    await pause(after);
    if (which === "scanner") await sales.beginScan(cutAt);
    sales.counter.killDeviceProcess();
    await sales.until("scanner", "absent");
  }

  await sales.settle();
}, 3_600_000);
