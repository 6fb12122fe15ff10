import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { makeFolder } from "../host/files.ts";
import { buildPages } from "../host/pages.ts";
import { commission } from "./commission.ts";
import { CounterClient } from "./counter-client.ts";
import { type Addresses, Shop } from "./shop.ts";

interface StartOptions {
  readonly fresh?: true;
  readonly data: string;
  readonly port: string;
}

/** `guitai start`: the whole shop on this machine. */
export function registerStart(program: Command): void {
  program
    .command("start")
    .description("the demo shop: backend, simulated counter and terminal, ready to sell")
    .option("--fresh", "begin with a terminal that nobody knows, and activate it by hand")
    .option("--data <folder>", "where everything is kept", join(process.cwd(), ".guitai"))
    .option("--port <number>", "first of three ports: backend, counter, bench", "8470")
    .action((options: StartOptions) => start(options));
}

async function start(options: StartOptions): Promise<void> {
  const folder = join(options.data, options.fresh === true ? "fresh" : "shop");
  if (options.fresh === true) setAside(folder);
  makeFolder(folder);
  await buildPages();
  const shop = new Shop(folder, Number(options.port), (name) =>
    process.stdout.write(`  ${name} ended; starting it again\n`),
  );
  stopOnSignal(shop);
  try {
    await serve(shop, folder, options.fresh === true);
  } catch (error) {
    // One part that cannot start must not leave the others running without anybody to stop them.
    await shop.close();
    throw error;
  }
}

async function serve(shop: Shop, folder: string, isFresh: boolean): Promise<void> {
  const addresses = await shop.open();
  const client = await CounterClient.enter(addresses.counter, null);
  if (!isFresh) await commission(client, addresses);
  process.stdout.write(welcome(isFresh, addresses));
  await client.until((view) => view.life.stage === "signed-off" || isOn(view.life.stage));
  writeFileSync(join(folder, "live"), "");
  client.close();
}

const isOn = (stage: string) => stage === "signed-in";

/** A fresh terminal that has gone live is kept under another name; nothing is ever deleted. */
function setAside(folder: string): void {
  if (!existsSync(join(folder, "live"))) return;
  const parent = join(folder, "..");
  const kept = readdirSync(parent).filter((name) => name.startsWith("fresh-")).length;
  renameSync(folder, `${folder}-${kept + 1}`);
}

function stopOnSignal(shop: Shop): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await shop.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void end());
  }
}

function welcome(isFresh: boolean, addresses: Addresses): string {
  const { counter, bench, workbench, cashier, administrator } = addresses;
  const activate = isFresh
    ? `
  工作台 Workbench      ${workbench}
  管理员 Administrator  ${administrator.staffNo}  PIN ${administrator.pin}`
    : "";
  return `
  柜台 Counter          ${counter}
  硬件台 Bench           ${bench}
  收银员 Cashier         ${cashier.staffNo} ${cashier.name}  PIN ${cashier.pin}${activate}

  Ctrl-C stops everything; the data stays.

`;
}
