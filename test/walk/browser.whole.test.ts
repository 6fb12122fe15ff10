import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BenchClient } from "#test/support/bench-client.ts";
import { collectComplaints, launchBrowser, openPage } from "#test/support/browser.ts";
import { countOf } from "#test/support/ledger-file.ts";
import { type OpenShop, openShop } from "#test/support/open-shop.ts";

/** A cashier sells in a real browser: with the keyboard alone, and with a finger alone. */
let open: OpenShop;
let browser: Browser;

beforeAll(async () => {
  open = await openShop();
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

async function counterPage(locale: string, hasTouch: boolean): Promise<Page> {
  const size = { width: 1366, height: 768, locale, hasTouch };
  return openPage(browser, open.addresses.counter, size);
}

const benchPage = () =>
  openPage(browser, open.addresses.bench, { width: 1366, height: 768, locale: "zh-CN" });

it("sells with the keyboard alone", async () => {
  const page = await counterPage("zh-CN", false);
  const complaints = collectComplaints(page);
  await page.getByText("李四").first().waitFor();

  await page.keyboard.type(open.addresses.cashier.pin);
  await page.getByText("请扫描第一件商品").waitFor();
  await page.keyboard.type("6901234567892");
  await page.keyboard.press("Enter");
  await page.getByText("鲜橙汁 300ml").first().waitFor();
  await page.keyboard.type("*3");
  await page.keyboard.press("Enter");
  await page.getByText("¥26.70").first().waitFor();
  await page.keyboard.press("F2");
  await page.getByText("应收").first().waitFor();
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");

  await page.getByText("¥3.30").first().waitFor();
  await page.getByText("01-000001").first().waitFor();
  expect(countOf(open.ledgerFile, "sale.completed")).toBe(1);
  await page.keyboard.press("F9");
  await page.getByText("李四").first().waitFor();
  expect(complaints).toEqual([]);
});

it("sells with a finger alone, and the paper comes out on the bench", async () => {
  const page = await counterPage("en", true);
  const bench = await benchPage();
  const complaints = [collectComplaints(page), collectComplaints(bench)];
  for (const digit of open.addresses.cashier.pin) {
    await page.getByRole("button", { name: digit, exact: true }).tap();
  }
  await page.getByText("Scan the first article").waitFor();

  await bench.getByRole("button", { name: /鲜牛奶/ }).click();
  await page.getByText("Fresh Milk 950 ml").first().waitFor();
  await page.getByRole("button", { name: /^Pay/ }).tap();
  await page.getByRole("button", { name: "¥20", exact: true }).tap();

  await page.getByText("¥3.20").first().waitFor();
  const paper = new BenchClient(open.addresses.bench);
  const { number } = await paper.untilReceipt(({ text }) => text.includes("01-000002"));
  await bench.getByText(`№ ${number}`).first().waitFor();
  await bench
    .getByText(/已打开/)
    .first()
    .click();
  await open.counter.until((view) => view.devices.drawer.open === false);
  await open.counter.until((view) => view.uplink.waitingSales === 0);
  await page.getByText("All safe").waitFor();
  expect(complaints.flat()).toEqual([]);
});
