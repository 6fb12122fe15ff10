import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BenchClient } from "#test/support/bench-client.ts";
import { launchBrowser, openPage } from "#test/support/browser.ts";
import { killTerminal, killWorkingTerminal } from "#test/support/kill-terminal.ts";
import { countOf } from "#test/support/ledger-file.ts";
import { type OpenShop, openShop } from "#test/support/open-shop.ts";

/**
 * A terminal that nobody knows, walked to its first sale on its own screens, killed at every step,
 * with each refusal read in both languages.
 */
let open: OpenShop;
let browser: Browser;
let zh: Page;
let en: Page;

const screen = { width: 1366, height: 768 } as const;

beforeAll(async () => {
  open = await openShop(false);
  browser = await launchBrowser();
  zh = await openPage(browser, open.addresses.counter, { ...screen, locale: "zh-CN" });
  en = await openPage(browser, open.addresses.counter, { ...screen, locale: "en" });
});

afterAll(() => browser?.close());

const stage = (name: string) => open.counter.until(({ life }) => life.stage === name);

/** `kill -9`; the terminal must come back where it was. */
async function killAt(name: string): Promise<void> {
  await stage(name);
  await killTerminal(open);
  await stage(name);
}

async function signIn(staffNo: string, pin: string): Promise<void> {
  await zh.getByRole("textbox", { name: "工号" }).fill(staffNo);
  await zh.keyboard.press("Enter");
  await zh.keyboard.type(pin);
}

/** Through enterprise and role to the door, and in. */
async function goToDoor(): Promise<void> {
  await zh.getByRole("button", { name: /好邻居商业/ }).click();
  await zh.getByRole("button", { name: /收银员/ }).click();
  await zh.getByRole("button", { name: /云POS/ }).click();
}

const heading = (page: Page, name: string) => page.getByRole("heading", { name });

const workbench = (path: string) => new URL(path, open.addresses.workbench).href;

it("shows a code, which an administrator approves in the workbench", async () => {
  await killAt("awaiting-approval");
  const { life } = await stage("awaiting-approval");
  if (life.stage !== "awaiting-approval") throw new Error("not waiting");
  await zh.getByText(life.userCode.slice(0, 4)).first().waitFor();

  const url = workbench(`?code=${life.userCode}`);
  const admin = await openPage(browser, url, { ...screen, locale: "zh-CN" });
  const { staffNo, pin } = open.addresses.administrator;
  await admin.getByLabel("工号").fill(staffNo);
  await admin.getByLabel(/PIN/).fill(pin);
  await admin.getByRole("button", { name: "登录" }).click();
  await admin.getByText(life.fingerprint).first().waitFor();
  await admin.getByRole("radio", { name: /余杭3号店/ }).check();
  await admin.getByRole("button", { name: "批准", exact: true }).click();

  await stage("signing-in");
  await zh.getByText("余杭3号店").first().waitFor();
});

it("refuses a wrong PIN, in both languages", async () => {
  await killAt("signing-in");
  await signIn("1001", "111112");

  await heading(zh, "工号或密码不对").waitFor();
  await heading(en, "Wrong staff number or PIN").waitFor();
});

it("refuses a store that is not certified, in both languages", async () => {
  await signIn("1004", "614927");
  await killAt("choosing-enterprise");
  await zh.getByRole("button", { name: /好邻居商业/ }).click();
  await killAt("choosing-role");
  await zh.getByRole("button", { name: /收银员/ }).click();
  await killAt("opening-pos");
  await zh.getByRole("button", { name: /云POS/ }).click();

  await heading(zh, "门店“余杭3号店”尚未通过认证").waitFor();
  await heading(en, "The store “余杭3号店” is not certified yet").waitFor();
});

it("refuses an account without the cashier role in this store, in both languages", async () => {
  const admin = await openPage(browser, workbench(""), { ...screen, locale: "zh-CN" });
  const { staffNo, pin } = open.addresses.administrator;
  await admin.getByLabel("工号").fill(staffNo);
  await admin.getByLabel(/PIN/).fill(pin);
  await admin.getByRole("button", { name: "登录" }).click();
  await admin.getByRole("button", { name: "门店", exact: true }).click();
  const row = admin.getByRole("row", { name: /余杭3号店/ });
  await row.getByRole("button", { name: "标为通过" }).click();
  await row.getByText("认证通过").waitFor();

  await zh.getByRole("button", { name: /返回登录/ }).click();
  await signIn("1001", "270614");
  await goToDoor();

  await heading(zh, "此账号在门店“余杭3号店”没有收银员角色").waitFor();
  await heading(en, "This account has no cashier role in the store “余杭3号店”").waitFor();
});

it("opens the POS for a cashier of this store, and tests the real devices", async () => {
  await zh.getByRole("button", { name: /返回登录/ }).click();
  await signIn("1004", "614927");
  await goToDoor();
  await stage("test-transaction");
  await killWorkingTerminal(open);
  await stage("test-transaction");
  const bench = new BenchClient(open.addresses.bench);

  await bench.trigger("6901234567892");

  const receipt = await bench.untilReceipt(({ text }) => text.includes("测试交易"));
  expect(receipt.text).toContain("不计入营业额");
  await open.counter.until(
    ({ life }) => life.stage === "test-transaction" && life.step === "passed",
  );
  await killWorkingTerminal(open);
  await stage("test-transaction");
  await bench.drawer({ open: false });
  await zh.getByRole("button", { name: "开始正式收银" }).click();
  await stage("signed-off");
});

it("is live, and nothing of the test is in any total", async () => {
  await zh.getByRole("button", { name: /钱多多/ }).click();
  await zh.keyboard.type("614927");

  const view = await stage("signed-in");

  expect(view.uplink.waitingSales).toBe(0);
  expect(countOf(open.ledgerFile, "sale.completed")).toBe(0);
  expect(countOf(open.ledgerFile, "terminal.wentLive")).toBe(1);
  expect(countOf(open.ledgerFile, "identity.created")).toBe(1);
});
