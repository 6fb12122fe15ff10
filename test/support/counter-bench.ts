import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { systemClock } from "#runtime/host/clock.ts";
import { buildPages } from "#runtime/host/pages.ts";
import type { LifeView } from "#runtime/screen/view.ts";
import { launchBrowser, openPage } from "./browser.ts";
import { CounterFixture } from "./counter-fixture.ts";
import { lives, viewOf } from "./counter-views.ts";

/** Every stage a terminal can be in, its activation code good for ten minutes. */
export const stages = lives(systemClock.wall() + 600_000);

export function life(name: string): LifeView {
  const found = stages[name];
  if (found === undefined) throw new Error(`no such stage: ${name}`);
  return found;
}

interface OpenOptions {
  readonly locale?: string;
  readonly bypassCSP?: boolean;
  readonly hasTouch?: boolean;
}

export interface CounterBench {
  /** A fresh one for each test; it starts with an empty basket. */
  counter: CounterFixture;
  open(options?: OpenOptions): Promise<Page>;
}

/** One browser for a test file, one counter for each of its tests. */
export function counterBench(): CounterBench {
  let browser: Browser;
  const bench: CounterBench = {
    counter: new CounterFixture(viewOf(life("idle"))),
    async open({ locale = "zh-CN", ...rest } = {}) {
      const size = { width: 1366, height: 768 };
      const page = await openPage(browser, bench.counter.url, { ...size, locale, ...rest });
      await page.waitForSelector(".frame");
      return page;
    },
  };
  beforeAll(async () => {
    await buildPages();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    bench.counter = new CounterFixture(viewOf(life("idle")));
    await bench.counter.open();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await bench.counter.close();
  });
  return bench;
}
