import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll } from "vitest";
import { commission } from "#runtime/cli/commission.ts";
import { CounterClient } from "#runtime/cli/counter-client.ts";
import { type Addresses, Shop } from "#runtime/cli/shop.ts";
import { buildPages } from "#runtime/host/pages.ts";
import { sharedFolder } from "./folder.ts";

/** The whole shop in its own processes on its own ports, as `npm start` opens it. */
export interface OpenShop {
  readonly shop: Shop;
  readonly addresses: Addresses;
  readonly counter: CounterClient;
  /** Path of the terminal's ledger. */
  readonly ledgerFile: string;
}

/**
 * Opens a shop for the tests of one file.
 *
 * @param isLive false leaves the terminal unknown, at its activation code
 */
export async function openShop(isLive = true): Promise<OpenShop> {
  await buildPages();
  const folder = sharedFolder();
  const shop = new Shop(folder, await threeFreePorts(), () => {});
  afterAll(() => shop.close());
  const addresses = await shop.open();
  const counter = await CounterClient.enter(addresses.counter, 30_000);
  afterAll(() => counter.close());
  if (isLive) await commission(counter, addresses);
  return { shop, addresses, counter, ledgerFile: join(folder, "terminal", "ledger.db") };
}

/** Three ports in a row that nobody listens on, by trying. */
export async function threeFreePorts(): Promise<number> {
  for (let first = 20_000 + (process.pid % 10_000); ; first += 3) {
    const free = await Promise.all([first, first + 1, first + 2].map(isFree));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
