import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleCatalog } from "#drivers/catalog.ts";
import type { Output } from "#drivers/driver.ts";
import { Scale as Driver } from "#drivers/scales/scale.ts";
import type { ScaleSignal } from "#drivers/scales/signal.ts";
import type { Output as DeviceOutput } from "#simulator/devices/device.ts";
import { Scale, type ScaleAction } from "#simulator/devices/scale.ts";
import type { ScaleTongue } from "#simulator/devices/scale-tongues.ts";
import { millis } from "#state/base/units.ts";

/** Each virtual scale with the row that should understand it. */
const pairs = [
  ["toledo-8217", "toledo-8217"],
  ["cas-enq", "cas-enq"],
  ["chinese-lines", "ascii-continuous"],
  ["cas-lines", "ascii-continuous"],
  ["toledo-continuous", "toledo-continuous"],
  ["sma", "sma"],
  ["adam", "adam"],
] as const satisfies readonly (readonly [ScaleTongue, keyof typeof scaleCatalog])[];

/** An Adam says nothing while goods move, or with too many on. */
const said = (speaks: ScaleTongue, reason: string) =>
  speaks === "adam" && (reason === "unstable" || reason === "overweight") ? "no-answer" : reason;

class Bench {
  readonly told: string[] = [];
  readonly #scale: Scale;
  readonly #driver: Driver;
  #now = 1000;

  constructor(speaks: ScaleTongue, row: keyof typeof scaleCatalog) {
    this.#scale = new Scale({ speaks });
    this.#driver = new Driver(scaleCatalog[row].language);
    this.#driver.open(millis(this.#now));
  }

  do(action: ScaleAction): void {
    this.#carry(this.#scale.act(action, millis(this.#now)));
  }

  weigh(readId: string): void {
    this.#follow(this.#driver.obey({ type: "readWeight", readId }, millis(this.#now)));
  }

  wait(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [this.#driver.deadline, this.#scale.deadline].filter((at) => at !== null);
      const next = Math.min(...due);
      if (due.length === 0 || next > end) break;
      this.#now = Math.max(this.#now, next);
      this.#carry(this.#scale.wake(millis(this.#now)));
      this.#follow(this.#driver.wake(millis(this.#now)));
    }
    this.#now = end;
  }

  #follow({ writes, signals }: Output<ScaleSignal>): void {
    for (const signal of signals) {
      const said = signal.type === "Weight" ? `${signal.grams} g` : signal.reason;
      this.told.push(`${signal.readId}: ${said}`);
    }
    for (const bytes of writes) this.#carry(this.#scale.receive(bytes, millis(this.#now)));
  }

  #carry({ writes }: DeviceOutput<unknown>): void {
    for (const bytes of writes) this.#follow(this.#driver.receive(bytes, millis(this.#now)));
  }
}

describe.each(pairs)("a scale that speaks %s", (speaks, row) => {
  const bench = (): Bench => new Bench(speaks, row);

  it("is waited for while its pan swings, and read when it rests", () => {
    const counter = bench();
    counter.do({ kind: "put", grams: 1250 });

    counter.weigh("a");
    counter.wait(3000);

    expect(counter.told).toEqual(["a: 1250 g"]);
  });

  it.each([
    [20_000, "overweight"],
    [-20, "under-zero"],
  ])("with %i g on has no weight: %s", (grams, reason) => {
    const counter = bench();
    counter.do({ kind: "put", grams });
    counter.wait(1000);

    counter.weigh("a");
    counter.wait(12_000);

    expect(counter.told).toEqual([`a: ${said(speaks, reason)}`]);
  });

  it("that never rests, or is switched off, is given up with its reason", () => {
    const counter = bench();
    counter.do({ kind: "put", grams: 300 });
    counter.do({ kind: "restless", restless: true });
    counter.weigh("a");
    counter.wait(12_000);
    counter.do({ kind: "power", power: "off" });
    counter.weigh("b");
    counter.wait(12_000);

    expect(counter.told).toEqual([`a: ${said(speaks, "unstable")}`, "b: no-answer"]);
  });

  it("is read right though a character is lost", () => {
    const counter = bench();
    counter.do({ kind: "put", grams: 1250 });
    counter.wait(1000);
    counter.do({ kind: "lose", answers: 2 });

    counter.weigh("a");
    counter.wait(12_000);

    expect(counter.told).toEqual(["a: 1250 g"]);
  });

  it("never sells the goods before, however late it answers and whatever is lost", () => {
    const customer = fc.record({
      grams: fc.integer({ min: 1, max: 15_000 }),
      delayMs: fc.nat(4000),
      lose: fc.nat(2),
      pause: fc.nat(3000),
    });
    fc.assert(
      fc.property(fc.array(customer, { minLength: 1, maxLength: 6 }), (customers) => {
        const counter = bench();
        for (const [index, { grams, delayMs, lose, pause }] of customers.entries()) {
          counter.do({ kind: "late", delayMs });
          counter.do({ kind: "lose", answers: lose });
          counter.do({ kind: "put", grams });
          counter.weigh(`${index}`);
          counter.wait(12_000);
          counter.do({ kind: "put", grams: 0 });
          counter.wait(pause);
        }

        const weights = counter.told.filter((each) => each.endsWith(" g"));
        const right = customers.map(({ grams }, index) => `${index}: ${grams} g`);
        expect(counter.told).toHaveLength(customers.length);
        expect(right).toEqual(expect.arrayContaining(weights));
      }),
    );
  });
});
