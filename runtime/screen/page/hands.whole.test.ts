import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { systemClock } from "#runtime/host/clock.ts";
import { counterBench, life } from "#test/support/counter-bench.ts";
import {
  lives,
  sales,
  selling,
  troubled,
  unknownCode,
  viewOf,
  weightNeeded,
} from "#test/support/counter-views.ts";

const bench = counterBench();
const intents = () => expect.poll(() => bench.counter.posted, { timeout: 5000 });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Answers as a terminal would, one view after another. */
function sellOneArticle(): void {
  const next = {
    keyCode: sales.items,
    beginTendering: sales.tendering,
    tenderCash: sales.completed,
  } as const;
  bench.counter.onIntent = ({ type }) => {
    if (type in next) bench.counter.show(viewOf(selling(next[type as keyof typeof next])));
    return "accepted";
  };
}

const oneSale = [
  { type: "signIn", staffNo: "1002", pin: "123456" },
  { type: "keyCode", code: "6901" },
  { type: "beginTendering" },
  { type: "tenderCash", amount: 10_000 },
];

function fromSignedOff(): void {
  sellOneArticle();
  const sell = bench.counter.onIntent;
  bench.counter.show(viewOf(life("signed-off")));
  bench.counter.onIntent = (asked) => {
    if (asked.type !== "signIn") return sell(asked);
    bench.counter.show(viewOf(life("idle")));
    return "accepted";
  };
}

test("the keyboard alone signs in and sells", async () => {
  fromSignedOff();
  const page = await bench.open();

  await press(page, "ArrowDown", "ArrowDown", ..."123456");
  await page.waitForSelector('[data-phase="idle"]');
  await press(page, ..."6901", "Enter");
  await page.waitForSelector('[data-phase="items"]');
  await press(page, "F2");
  await page.waitForSelector('[data-phase="tendering"]');
  await press(page, ..."100", "Enter");

  await page.waitForSelector('[data-phase="completed"]');
  expect(bench.counter.posted).toEqual(oneSale);
  expect(await page.textContent(".figure.change")).toBe("¥7.40");
  await press(page, "Enter");
  await page.waitForSelector('[data-phase="idle"]');
  expect(bench.counter.posted).toEqual(oneSale);
});

test("touch alone signs in and sells", async () => {
  fromSignedOff();
  const page = await bench.open({ hasTouch: true });
  const digit = (name: string) => page.getByRole("button", { name, exact: true }).tap();

  await button(page, "王五").tap();
  for (const key of "123456") await digit(key);
  await page.waitForSelector('[data-phase="idle"]');
  for (const key of "6901") await digit(key);
  await button(page, "录入").tap();
  await page.waitForSelector('[data-phase="items"]');
  await button(page, "收款").tap();
  await page.waitForSelector('[data-phase="tendering"]');
  await button(page, "¥100").tap();

  await page.waitForSelector('[data-phase="completed"]');
  expect(bench.counter.posted).toEqual(oneSale);
  await button(page, "下一位").tap();
  await page.waitForSelector('[data-phase="idle"]');
});

test("activation asks for each step as its screen is touched", async () => {
  const steps: readonly [string, string, object][] = [
    ["awaiting-approval", "换一个新激活码", { type: "renewCode" }],
    ["choosing-enterprise", "良品便利", { type: "chooseEnterprise", enterpriseId: "e2" }],
    ["choosing-role", "收银员", { type: "chooseRole", role: "CASHIER" }],
    ["opening-pos", "云POS", { type: "openPos" }],
    ["test-drawer", "再试一次", { type: "retryTest" }],
    ["test-passed", "开始正式收银", { type: "goLive" }],
  ];
  const page = await bench.open();

  for (const [stage, name, asked] of steps) {
    bench.counter.show(viewOf(life(stage)));
    await button(page, name).click();
    await intents().toContainEqual(asked);
  }
});

test("a drawer that stayed shut is tried again from the keyboard", async () => {
  bench.counter.show(viewOf(life("test-drawer")));
  const page = await bench.open();

  await press(page, "Tab", "Tab", "Enter");

  await intents().toEqual([{ type: "retryTest" }]);
});

test("a printer in trouble says on the test's own card what to do about it", async () => {
  bench.counter.show(viewOf(life("test-print"), troubled));
  const page = await bench.open({ locale: "en" });

  const words = await page.locator(".test-now").textContent();

  expect(words).toContain("Out of paper; prints by itself once loaded");
});

test("a staff number with letters can be entered by touch, and the PIN after it", async () => {
  bench.counter.show(viewOf(life("signing-in")));
  const page = await bench.open();

  await button(page, "字母").click();
  await page.getByRole("button", { name: "E", exact: true }).click();
  await button(page, "数字").click();
  for (const key of ["7", "确认", ..."123456"]) {
    await page.getByRole("button", { name: key, exact: true }).click();
  }

  await intents().toEqual([{ type: "signIn", staffNo: "E7", pin: "123456" }]);
});

test("an expired code says so and offers a new one first", async () => {
  const past = lives(systemClock.wall() - 1000)["awaiting-approval"];
  if (past !== undefined) bench.counter.show(viewOf(past));
  const page = await bench.open();

  await page.getByText("激活码已过期").waitFor();
});

test("a code that needs a weight opens the scale's question and is keyed with it", async () => {
  bench.counter.onIntent = (asked) => {
    if (asked.type !== "keyCode" || asked.quantity !== undefined) return "accepted";
    bench.counter.show(viewOf(life("idle"), { notice: weightNeeded }));
    return { refused: "sale/weight-needed" };
  };
  const page = await bench.open();

  await press(page, "2", "2", "Enter");
  await page.getByRole("dialog").waitFor();
  await press(page, ..."0.35", "Enter");

  await intents().toEqual([
    { type: "keyCode", code: "22" },
    { type: "keyCode", code: "22", quantity: 350 },
  ]);
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

test("quantity, removal, cancelling and reprinting go by touch", async () => {
  bench.counter.show(viewOf(life("items")));
  const page = await bench.open();

  await button(page, /红富士苹果/).click();
  await button(page, "改数量").click();
  const dialog = page.getByRole("dialog");
  for (const key of ["2", ".", "5"])
    await dialog.getByRole("button", { name: key, exact: true }).click();
  await dialog.getByRole("button", { name: "确认" }).click();
  await intents().toHaveLength(1);
  await button(page, "删除").click();
  await intents().toHaveLength(2);
  await button(page, "整单取消").click();
  await button(page, "作废整单").click();
  await intents().toHaveLength(3);
  await button(page, "补打小票").click();

  await intents().toEqual([
    { type: "setQuantity", lineNo: 2, quantity: 2500 },
    { type: "removeLine", lineNo: 2 },
    { type: "cancelSale" },
    { type: "reprintReceipt" },
  ]);
});

test("a notice is announced once, and Esc puts it away", async () => {
  bench.counter.show(viewOf(life("idle"), { notice: unknownCode }));
  const page = await bench.open();
  const live = page.locator('[aria-live="assertive"]');
  await expect.poll(() => live.textContent()).toContain("没有这个条码的商品");

  await live.evaluate((element) => {
    element.textContent = "";
  });
  bench.counter.show(viewOf(life("items"), { notice: unknownCode }));
  await page.waitForSelector('[data-phase="items"]');
  await press(page, "Escape");

  await intents().toEqual([{ type: "dismiss" }]);
  expect(await live.textContent()).toBe("");
});

test("an intent the terminal cannot read is said to be undone", async () => {
  bench.counter.onIntent = () => "malformed";
  const page = await bench.open();

  await press(page, "7", "Enter");
  await page.getByRole("heading", { name: "这一步没有执行" }).waitFor();
  await press(page, "Escape");

  await page.locator(".notice").waitFor({ state: "hidden" });
  expect(bench.counter.posted).toHaveLength(1);
});

test("Esc puts a notice away where nothing is sold as well", async () => {
  bench.counter.show(viewOf(life("signed-off"), { notice: unknownCode }));
  const page = await bench.open();

  await press(page, "Escape");

  await intents().toEqual([{ type: "dismiss" }]);
});
