import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { counterBench, life } from "#test/support/counter-bench.ts";
import { viewOf } from "#test/support/counter-views.ts";

const bench = counterBench();

test("while the terminal is away nothing stale is shown; it comes back by itself", async () => {
  bench.counter.show(viewOf(life("tendering")));
  const page = await bench.open();
  await page.getByRole("button", { name: "返回商品" }).waitFor();

  await bench.counter.close();

  await page.getByRole("heading", { name: "收银程序没有应答，正在重新连接" }).waitFor();
  expect(await page.locator(".frame").count()).toBe(0);
  await bench.counter.open();
  await page.getByRole("button", { name: "返回商品" }).waitFor();
  expect(await page.locator(".veil").count()).toBe(0);
});

/** A page whose clock the test winds on, and which counts the terminal's beats. */
async function openWithOwnClock(): Promise<Page> {
  const page = await bench.open();
  await page.clock.install();
  await page.addInitScript(() => {
    const Native = window.EventSource;
    window.EventSource = class extends Native {
      constructor(url: string | URL) {
        super(url);
        this.addEventListener("beat", () => document.body.setAttribute("data-beat", ""));
      }
    };
  });
  await page.reload();
  await page.waitForSelector(".frame");
  return page;
}

test("a terminal that hangs is veiled after 25 s, and followed again once it answers", async () => {
  const page = await openWithOwnClock();
  bench.counter.isHung = true;

  await page.clock.fastForward(24_000);
  expect(await page.locator(".veil").count()).toBe(0);
  await page.clock.fastForward(2000);

  await page.waitForSelector(".veil");
  expect(await page.locator(".frame").count()).toBe(0);
  bench.counter.isHung = false;
  await page.clock.fastForward(26_000);
  await page.waitForSelector(".frame");
  expect(await page.locator(".veil").count()).toBe(0);
});

test("a terminal that beats is alive, however little happens", async () => {
  const page = await openWithOwnClock();

  await page.clock.fastForward(20_000);
  bench.counter.beat();
  await page.waitForSelector("body[data-beat]");
  bench.counter.isHung = true;
  await page.clock.fastForward(20_000);

  expect(await page.locator(".frame").count()).toBe(1);
  expect(await page.locator(".veil").count()).toBe(0);
});
