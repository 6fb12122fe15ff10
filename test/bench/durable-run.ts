import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "./harness.ts";
import { openStore, type Store, type StoreName } from "./stores.ts";

/**
 * One contestant in a process of its own: `node durable-run.ts <contestant> <folder> <in flight>`.
 * Prints its result as JSON.
 */

export interface DurableResult {
  readonly perSecond: number;
  readonly p50Us: number;
  readonly p99Us: number;
  /** What one sale waits when the disk has been left alone before it; null for many in flight. */
  readonly pacedUs: number | null;
}

const warmUpSales = 300;
/** After the warm-up, so that whatever a store starts in the background has started. */
const restMs = 200;
/** Longer than a second: the product checkpoints once in it, as its peers do inside a commit. */
const measuredMs = 1050;
/** Once more the product's checkpoint: from then on its log is written from the start again. */
const settleMs = 1150;
const pacedSales = 60;
/** Longer than a tick of the kernel's clock (4 ms): each commit then changes the file's time. */
const paceMs = 6;

class Till {
  readonly #store: Store;
  #next = 0;
  #latenciesUs: number[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  get sold(): number {
    return this.#next;
  }

  /** Sells one and waits for it. */
  async sell(): Promise<void> {
    const sale = this.#next;
    this.#next += 1;
    const before = performance.now();
    const durable = this.#store.commit(sale);
    if (durable !== undefined) await durable;
    this.#latenciesUs.push((performance.now() - before) * 1000);
  }

  /** Sells without a break, so many at once. */
  async sellUntil(isOver: () => boolean, inFlight: number): Promise<void> {
    const queue = async () => {
      while (!isOver()) await this.sell();
    };
    await Promise.all(Array.from({ length: inFlight }, queue));
  }

  /** Latencies since the last call, in microseconds. */
  takeLatencies(): number[] {
    const taken = this.#latenciesUs;
    this.#latenciesUs = [];
    return taken;
  }
}

async function sellPaced(till: Till): Promise<number> {
  for (let sale = 0; sale < pacedSales; sale += 1) {
    await pause(paceMs);
    await till.sell();
  }
  return percentile(till.takeLatencies(), 0.5);
}

async function sellWithoutBreak(till: Till, inFlight: number) {
  const start = performance.now();
  await till.sellUntil(() => performance.now() - start >= measuredMs, inFlight);
  const elapsedMs = performance.now() - start;
  const latencies = till.takeLatencies();
  return {
    perSecond: (latencies.length / elapsedMs) * 1000,
    p50Us: percentile(latencies, 0.5),
    p99Us: percentile(latencies, 0.99),
  };
}

async function measure(till: Till, inFlight: number): Promise<DurableResult> {
  await till.sellUntil(() => till.sold >= warmUpSales, inFlight);
  till.takeLatencies();
  await pause(restMs);
  const busy = await sellWithoutBreak(till, inFlight);
  if (inFlight > 1) return { ...busy, pacedUs: null };
  await pause(settleMs);
  return { ...busy, pacedUs: await sellPaced(till) };
}

const [name = "", folder = "", inFlight = "1"] = process.argv.slice(2);
const store = await openStore(name as StoreName, folder);
const result = await measure(new Till(store), Number(inFlight));
await store.close();
process.stdout.write(JSON.stringify(result));
