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
}

const warmUpSales = 300;
/** After the warm-up, so that whatever a store starts in the background has started. */
const restMs = 200;
/** Longer than a second: the product checkpoints once in it, as its peers do inside a commit. */
const measuredMs = 1050;

async function measure(store: Store, inFlight: number): Promise<DurableResult> {
  let next = 0;
  const latencies: number[] = [];
  const sellUntil = async (isOver: () => boolean) => {
    while (!isOver()) {
      const sale = next;
      next += 1;
      const before = performance.now();
      const durable = store.commit(sale);
      if (durable !== undefined) await durable;
      latencies.push(performance.now() - before);
    }
  };
  const sell = (isOver: () => boolean) =>
    Promise.all(Array.from({ length: inFlight }, () => sellUntil(isOver)));

  await sell(() => next >= warmUpSales);
  await pause(restMs);
  latencies.length = 0;
  const start = performance.now();
  await sell(() => performance.now() - start >= measuredMs);
  const elapsedMs = performance.now() - start;
  return {
    perSecond: (latencies.length / elapsedMs) * 1000,
    p50Us: percentile(latencies, 0.5) * 1000,
    p99Us: percentile(latencies, 0.99) * 1000,
  };
}

const [name = "", folder = "", inFlight = "1"] = process.argv.slice(2);
const store = await openStore(name as StoreName, folder);
const result = await measure(store, Number(inFlight));
await store.close();
process.stdout.write(JSON.stringify(result));
