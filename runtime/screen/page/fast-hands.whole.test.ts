import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { counterBench, life } from "#test/support/counter-bench.ts";
import { unknownCode, viewOf } from "#test/support/counter-views.ts";

/** Hands that are faster than the terminal answers: no key of theirs is lost, none counts twice. */
const bench = counterBench();
const intents = () => expect.poll(() => bench.counter.posted, { timeout: 5000 });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

const answers: { readonly [asked: string]: string } = {
  keyCode: "items",
  beginTendering: "tendering",
  tenderCash: "completed",
};

const oneSale = [
  { type: "keyCode", code: "6901" },
  { type: "beginTendering" },
  { type: "tenderCash", amount: 10_000 },
];

/** Each answer, and the view after it, comes only when it is let go. */
function answerSlowly(): () => void {
  const held: (() => void)[] = [];
  bench.counter.onIntent = ({ type }) =>
    new Promise((resolve) => {
      held.push(() => {
        bench.counter.show(viewOf(life(answers[type] ?? "idle")));
        resolve("accepted");
      });
    });
  return () => held.shift()?.();
}

test("a cashier who does not wait for the screen loses no key", async () => {
  const answer = answerSlowly();
  const page = await bench.open();

  await press(page, ..."6901", "Enter", "F2", ..."100", "Enter");
  expect(bench.counter.posted).toEqual([oneSale[0]]);
  answer();
  await intents().toHaveLength(2);
  answer();
  await intents().toHaveLength(3);
  answer();

  await page.waitForSelector('[data-phase="completed"]');
  expect(bench.counter.posted).toEqual(oneSale);
});

test("what was typed ahead of a refusal is not done on the screen that came instead", async () => {
  let refuse = () => {};
  bench.counter.onIntent = () =>
    new Promise((resolve) => {
      refuse = () => {
        bench.counter.show(viewOf(life("items"), { notice: unknownCode }));
        resolve({ refused: "sale/unknown-code" });
      };
    });
  bench.counter.show(viewOf(life("items")));
  const page = await bench.open();

  await press(page, ..."6999", "Enter", "F2", ..."100", "Enter");
  refuse();
  await page.getByText("没有这个条码的商品").first().waitFor();
  await press(page, "Escape");

  await intents().toEqual([{ type: "keyCode", code: "6999" }, { type: "dismiss" }]);
});

test("keys struck a second after a wish without an answer are an impatient hand", async () => {
  const answer = answerSlowly();
  const page = await bench.open();
  await page.clock.install();

  await press(page, ..."6901", "Enter", ..."6901");
  await page.clock.runFor(1000);
  await press(page, ..."6901", "Enter");
  answer();
  await page.waitForSelector('[data-phase="items"]');
  await press(page, "F2");

  await intents().toEqual([oneSale[0], { type: "beginTendering" }]);
});

test("a second tap while the first is on its way asks nothing", async () => {
  bench.counter.show(viewOf(life("tendering")));
  let answer = () => {};
  bench.counter.onIntent = () =>
    new Promise((resolve) => {
      answer = () => resolve("accepted");
    });
  const page = await bench.open();

  await press(page, "Enter", "Enter");
  await button(page, "返回商品").click({ force: true });
  await intents().toHaveLength(1);
  bench.counter.show(viewOf(life("completed")));
  answer();

  await page.waitForSelector('[data-phase="completed"]');
  expect(bench.counter.posted).toEqual([{ type: "tenderCash", amount: 9260 }]);
});

/** What is shown before its answer is known: the terminal's views may come before its answers. */
function showThenAnswer(shown: string): () => void {
  let answer = () => {};
  bench.counter.onIntent = ({ type }) => {
    if (type === "signIn") return "accepted";
    bench.counter.show(viewOf(life(shown)));
    return new Promise((resolve) => {
      answer = () => resolve("accepted");
    });
  };
  return () => answer();
}

test("a PIN keyed before the last wish is answered is sent after it, and not lost", async () => {
  bench.counter.show(viewOf(life("choosing-enterprise")));
  const answer = showThenAnswer("signing-in");
  const page = await bench.open();

  await button(page, /返回登录/).click();
  await page.getByRole("textbox", { name: "工号" }).waitFor();
  await press(page, ..."1004", "Enter", ..."614927");
  expect(bench.counter.posted).toEqual([{ type: "signOff" }]);
  answer();

  await intents().toEqual([
    { type: "signOff" },
    { type: "signIn", staffNo: "1004", pin: "614927" },
  ]);
});

test("so is the PIN of the next cashier, keyed right after F9", async () => {
  bench.counter.show(viewOf(life("idle")));
  const answer = showThenAnswer("signed-off");
  const page = await bench.open();

  await press(page, "F9");
  await page.locator(".signed-off").waitFor();
  await press(page, "ArrowDown", "ArrowDown", ..."123456");
  expect(bench.counter.posted).toEqual([{ type: "signOff" }]);
  answer();

  await intents().toEqual([
    { type: "signOff" },
    { type: "signIn", staffNo: "1002", pin: "123456" },
  ]);
});

test.for([
  ["signing-in", ".staff-no"],
  ["signed-off", ".pin input"],
  ["items", ".code-field input"],
  ["tendering", ".received input"],
])("a key struck as %s appears finds its field", async ([stage = "", field = ""]) => {
  bench.counter.show(viewOf(life("opening-pos")));
  const page = await bench.open();
  // A mutation is told before anything else can happen on the page, a key press among it.
  const isFocused = page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        new MutationObserver(() => {
          const found = document.querySelector(wanted);
          if (found !== null) resolve(document.activeElement === found);
        }).observe(document.body, { childList: true, subtree: true });
      }),
    field,
  );

  await page.evaluate(() => {});
  bench.counter.show(viewOf(life(stage)));

  expect(await isFocused).toBe(true);
});
