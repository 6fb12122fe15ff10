import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { commission } from "#runtime/cli/commission.ts";
import { CounterClient } from "#runtime/cli/counter-client.ts";
import { Shop } from "#runtime/cli/shop.ts";
import { buildPages } from "#runtime/host/pages.ts";
import { launchBrowser, openPage } from "../support/browser.ts";

/** `npm run pictures`: the README's pictures, from a real sale on a shop of their own. */
const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const data = join(tmpdir(), `guitai-pictures-${process.pid}`);
const firstPort = 8570;
const basket = ["6901234567892", "6902460011135", "6902460011135", "6910590008536"];
const given = 10_000;

mkdirSync(folder, { recursive: true });
await buildPages();
const shop = new Shop(data, firstPort, () => {});
const browser = await launchBrowser();
try {
  mkdirSync(data, { recursive: true });
  await takePictures();
} finally {
  await browser.close();
  await shop.close();
  rmSync(data, { recursive: true, force: true });
}

async function takePictures(): Promise<void> {
  const addresses = await shop.open();
  const counter = await CounterClient.enter(addresses.counter, 30_000);
  await commission(counter, addresses);
  const size = { width: 1366, height: 768, locale: "zh-CN" };
  const screen = await openPage(browser, addresses.counter, size);
  const bench = await openPage(browser, addresses.bench, size);
  const { staffNo, pin } = addresses.cashier;
  await counter.ask({ type: "signIn", staffNo, pin });
  for (const label of basket) await trigger(addresses.bench, label);
  await counter.until(({ life }) => life.stage === "signed-in" && life.sale.pieces === 4);
  await shoot(screen, "counter");
  await counter.ask({ type: "tenderCash", amount: given });
  await counter.until(({ printing, life }) => {
    const isPaid = life.stage === "signed-in" && life.sale.phase === "completed";
    return isPaid && printing.jobs === 0;
  });
  await shoot(bench, "bench");
  const { origin } = new URL(addresses.bench);
  const receipts = (await (await fetch(`${origin}/api/receipts`)).json()) as { number: number }[];
  const last = receipts.at(-1)?.number;
  const svg = await (await fetch(`${origin}/api/receipts/${last}.svg`)).text();
  // Drawn on the bench's own page, because that has the font.
  await bench.evaluate((picture) => {
    document.body.innerHTML = picture;
  }, svg);
  await bench.waitForFunction(() => document.fonts.status === "loaded");
  await bench.locator("svg").screenshot({ path: join(folder, "paper.png") });
  counter.close();
}

async function trigger(bench: string, label: string): Promise<void> {
  const url = new URL("api/scanner/trigger", bench);
  const headers = { "content-type": "application/json", origin: url.origin };
  await fetch(url, { method: "POST", headers, body: JSON.stringify({ label }) });
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
