import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { collectComplaints } from "#test/support/browser.ts";
import { counterBench, life, stages } from "#test/support/counter-bench.ts";
import { troubled, viewOf } from "#test/support/counter-views.ts";

const bench = counterBench();
const sizes = [
  [800, 600],
  [1024, 768],
  [1366, 768],
  [1920, 1080],
] as const;

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  });
}

const isTooWide = () => document.documentElement.scrollWidth > window.innerWidth;

const isTooSmall = () =>
  [...document.querySelectorAll("button")]
    .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 48 || box.height < 48)
    .map(({ text }) => text);

describe.each(["zh-CN", "en"])("every stage in %s", (locale) => {
  test.each(Object.keys(stages))(
    "%s is drawn without complaint and for everybody",
    async (name) => {
      bench.counter.show(viewOf(life(name)));
      const page = await bench.open({ locale, bypassCSP: true });
      const complaints = collectComplaints(page);

      await page.reload();
      await page.waitForSelector(".frame");

      expect(await page.getAttribute("html", "lang")).toBe(locale);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(isTooSmall)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  test("trouble of every kind at once is drawn for everybody", async () => {
    bench.counter.show(viewOf(life("items"), troubled));
    const page = await bench.open({ locale, bypassCSP: true });

    expect(await violations(page)).toEqual([]);
  });

  test("goods on the scale can be left alone, and the button says so", async () => {
    const words = locale === "en" ? "Give up" : "不称了";
    const text = { zh: "正在称重", en: "Weighing" };
    const notice = { number: 1, code: "scale/weighing", severity: "info" } as const;
    bench.counter.show(viewOf(life("items"), { notice: { ...notice, title: text, detail: text } }));
    const page = await bench.open({ locale });

    await page.getByRole("button", { name: words }).waitFor();
  });

  test("an open drawer is asked to be shut, and no more once it is", async () => {
    const words = locale === "en" ? "Close the drawer" : "请关上钱箱";
    const devices = { ...viewOf(life("completed")).devices };
    const at = (open: boolean) => ({ drawer: { state: "ready", open, advice: null } }) as const;
    bench.counter.show(viewOf(life("completed"), { devices: { ...devices, ...at(true) } }));
    const page = await bench.open({ locale, bypassCSP: true });

    await page.getByText(words).waitFor();
    expect(await violations(page)).toEqual([]);
    bench.counter.show(viewOf(life("completed"), { devices: { ...devices, ...at(false) } }));

    await page.getByText(words).waitFor({ state: "detached" });
  });

  test.each(sizes)("nothing is cut off at %i × %i", async (width, height) => {
    const page = await bench.open({ locale });
    await page.setViewportSize({ width, height });
    for (const [at, name] of Object.keys(stages).entries()) {
      const seq = at + 2;
      bench.counter.show(viewOf(life(name), { ...troubled, seq }));
      await page.waitForSelector(`.frame[data-seq="${seq}"]`);

      expect(await page.evaluate(isTooWide), name).toBe(false);
    }
  });
});

test("the page obeys its own content policy and brings its own font", async () => {
  const page = await bench.open();
  const complaints = collectComplaints(page);
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(bench.counter.url)) foreign.push(request.url());
  });

  await page.reload();
  await page.waitForSelector(".frame");
  await page.evaluate(() => document.fonts.ready);

  expect(await page.evaluate(() => document.fonts.check('16px "Noto Sans SC Variable"'))).toBe(
    true,
  );
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the language is switched on any screen, and remembered", async () => {
  const page = await bench.open({ locale: "en-US" });

  await page.getByRole("button", { name: "中文" }).click();

  await page.waitForSelector('html[lang="zh-CN"]');
  await page.reload();
  await page.waitForSelector('html[lang="zh-CN"]');
  await page.getByRole("button", { name: "English" }).waitFor();
});

test("what is safe and what needs a hand is said in words", async () => {
  bench.counter.show(viewOf(life("idle"), troubled));
  const page = await bench.open({ locale: "en" });

  const status = await page.locator("footer").textContent();

  for (const words of ["3 sales not yet safe elsewhere", "Offline", "2 receipts to print"]) {
    expect(status).toContain(words);
  }
  expect(status).toContain("Printer: load paper");
});

test("waiting receipts and the printer's own trouble are one sentence, said once", async () => {
  const advice = { zh: "请装纸", en: "Load paper" };
  const { devices } = viewOf(life("idle"));
  const printer = { state: "faulted", open: null, advice } as const;
  bench.counter.show(
    viewOf(life("idle"), {
      devices: { ...devices, printer },
      printing: { jobs: 1, trouble: advice },
    }),
  );
  const page = await bench.open({ locale: "en" });

  expect(await page.locator("footer").getByText("Load paper").count()).toBe(1);
});

test("the drawer can be tried again without scrolling on the smallest screen", async () => {
  bench.counter.show(viewOf(life("test-drawer"), troubled));
  const page = await bench.open({ locale: "en" });
  await page.setViewportSize({ width: 800, height: 600 });

  const button = await page.getByRole("button", { name: "Try again" }).boundingBox();
  const foot = await page.locator("footer").boundingBox();

  expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
});
