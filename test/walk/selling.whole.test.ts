import { beforeAll, describe, expect, it, vi } from "vitest";
import { verifyLedger } from "#runtime/ledger/verify.ts";
import { BenchClient } from "#test/support/bench-client.ts";
import { type OpenShop, openShop } from "#test/support/open-shop.ts";
import { linesOf, saleOf, untilNotice, untilSale } from "#test/support/views.ts";

/** One counter, from the scanner's bytes to the backend, on real pseudo-terminals. */
let open: OpenShop;
let bench: BenchClient;

const juice = "6901234567892";
const hex = (text: string) => Buffer.from(text).toString("hex");

beforeAll(async () => {
  open = await openShop();
  bench = new BenchClient(open.addresses.bench);
  const { staffNo, pin } = open.addresses.cashier;
  await open.counter.ask({ type: "signIn", staffNo, pin });
  await untilSale(open.counter, ({ phase }) => phase === "idle");
});

/** Begins the next test with an empty basket. */
async function emptyBasket(): Promise<void> {
  await open.counter.ask({ type: "cancelSale" });
  await open.counter.ask({ type: "dismiss" });
  await untilSale(open.counter, ({ phase }) => phase !== "items" && phase !== "tendering");
}

async function sell(labels: readonly string[], given: number): Promise<string> {
  for (const label of labels) await bench.trigger(label);
  // The last customer's sale still shows its own pieces until the first beep of this one.
  await untilSale(open.counter, ({ phase, pieces }) => {
    return phase === "items" && pieces === labels.length;
  });
  expect(await open.counter.ask({ type: "tenderCash", amount: given })).toBeNull();
  const view = await untilSale(open.counter, ({ phase }) => phase === "completed");
  await bench.drawer({ open: false });
  return saleOf(view)?.receiptNumber ?? "";
}

describe("what the scanner sends", () => {
  it("is a line with its Chinese name, its price and the total", async () => {
    await bench.bytes(hex("]E06901234567892\r"));

    const view = await untilSale(open.counter, ({ lines }) => lines.length === 1);

    expect(saleOf(view)).toMatchObject({
      lines: [{ name: { zh: "鲜橙汁 300ml" }, code: juice, quantity: 1000, amount: 890 }],
      total: 890,
    });
    await emptyBasket();
  });

  it("is one line when one code comes in five chunks", async () => {
    await bench.bytes(hex("]E06901234567892\r"), { chunks: 5, chunkGapMs: 5 });

    const view = await untilSale(open.counter, ({ lines }) => lines.length > 0);

    expect(linesOf(view)).toEqual(["鲜橙汁 300ml×1000"]);
    await emptyBasket();
  });

  it("is two lines when two codes come in one chunk", async () => {
    await bench.bytes(hex("]E06901234567892\r]E06902460011135\r"));

    const view = await untilSale(open.counter, ({ lines }) => lines.length === 2);

    expect(linesOf(view)).toEqual(["鲜橙汁 300ml×1000", "鲜牛奶 950ml×1000"]);
    await emptyBasket();
  });

  it.each([
    ["an article that nobody knows", "]E06909999999996\r", "sale/unknown-code"],
    ["a wrong check digit", "]E06901234567890\r", "sale/bad-check-digit"],
    ["half a code", "]E0690123\r", "sale/unreadable-code"],
    ["half a code without an end", "]E0690123", "scan/noise"],
  ])("changes nothing and is explained: %s", async (_what, sent, code) => {
    await bench.bytes(hex(sent));

    const view = await untilNotice(open.counter, code);

    expect(linesOf(view)).toEqual([]);
    expect(view.notice?.title.zh).toMatch(/\p{Script=Han}/u);
    expect(view.notice?.detail.en).not.toBe("");
    await emptyBasket();
  });

  it("may be 4 KB of noise, and the next scan works", async () => {
    const noise = Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)
      .filter((byte) => byte !== 13 && byte !== 10)
      .map((byte) => byte.toString(16).padStart(2, "0"));
    await bench.bytes(noise.join(""));
    await open.counter.until(({ notice }) => notice !== null);

    await bench.bytes(hex("\r"));
    await bench.trigger(juice);

    await untilSale(open.counter, ({ pieces }) => pieces === 1);
    await emptyBasket();
  });
});

describe("a sale", () => {
  it("is changed, paid, recorded, printed, and safe at the backend", async () => {
    const before = await bench.openings();
    await bench.trigger(juice);
    await bench.trigger("6902460011135");
    await bench.trigger("6910590008536");
    await untilSale(open.counter, ({ lines }) => lines.length === 3);
    await open.counter.ask({ type: "setQuantity", lineNo: 1, quantity: 3000 });
    await open.counter.ask({ type: "removeLine", lineNo: 2 });
    await open.counter.ask({ type: "beginTendering" });
    const due = await untilSale(open.counter, ({ phase }) => phase === "tendering");
    expect(saleOf(due)).toMatchObject({
      total: 3 * 890 + 790,
      quickCash: [3460, 3500, 4000, 5000, 10000],
    });

    expect(await open.counter.ask({ type: "tenderCash", amount: 3000 })).toBe("tender/not-enough");
    expect(await open.counter.ask({ type: "tenderCash", amount: 5000 })).toBeNull();

    const done = await untilSale(open.counter, ({ phase }) => phase === "completed");
    expect(saleOf(done)).toMatchObject({ change: 1540, tendered: 5000 });
    const number = saleOf(done)?.receiptNumber ?? "";
    const { text } = await bench.untilReceipt((receipt) => receipt.text.includes(number));
    for (const words of ["滨江2号店", "终端 01", "收银员 李四", "鲜橙汁 300ml", "合计(元)"]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/其中增值税 13%\s+3\.98/);
    expect(text).toMatch(/现金\s+50\.00/);
    expect(text).toMatch(/找零\s+15\.40/);
    expect(text).not.toContain("鲜牛奶");
    await open.counter.until((view) => view.devices.drawer.open === true);
    expect(await bench.openings()).toBe(before + 1);
    await bench.drawer({ open: false });
    await open.counter.until((view) => view.devices.drawer.open === false);
    await open.counter.until((view) => view.uplink.waitingSales === 0);
    expect(verifyLedger(open.ledgerFile).fault).toBeNull();
  });

  it("is pictured on the bench with its hanzi, its rules and its QR code", async () => {
    const number = await sell([juice], 1000);

    const receipt = await bench.untilReceipt(({ text }) => text.includes(number));
    const picture = await bench.picture(receipt.number);

    expect(receipt.text).toContain(`[qr https://haolinju.example/receipt/${number}]`);
    expect(picture).toMatch(/^<svg/);
    // Each character in a cell of its own; the code's dark modules are one long path.
    expect(picture).toMatch(/<path[^>]* d="[^"]{2000,}"/);
    for (const character of "滨江2号店") expect(picture).toContain(character);
  });

  it("starts the next one with a scan, and a copy of the last receipt is marked", async () => {
    const number = await sell([juice], 890);

    expect(await open.counter.ask({ type: "reprintReceipt" })).toBeNull();
    const copy = await bench.untilReceipt(({ text }) => text.includes("副本 COPY"));
    await bench.trigger(juice);
    const next = await untilSale(open.counter, ({ phase }) => phase === "items");

    expect(copy.text).toContain(number);
    expect(linesOf(next)).toEqual(["鲜橙汁 300ml×1000"]);
    await emptyBasket();
  });

  it("weighs what the label says", async () => {
    await bench.trigger("2200821018699");

    const view = await untilSale(open.counter, ({ lines }) => lines.length === 1);

    expect(saleOf(view)).toMatchObject({ lines: [{ unit: "KGM", amount: 1869 }], total: 1869 });
    await emptyBasket();
  });
});

describe("the customer display", () => {
  const untilShown = (rows: readonly string[]) =>
    vi.waitFor(async () => expect((await bench.shown()).rows).toEqual(rows), 10_000);

  it("tells the customer the line, the total, the money and the change", async () => {
    await bench.trigger("6910590008536");
    await bench.trigger(juice);
    await untilShown(["Fresh Orange    8.90", "TOTAL          16.80"]);
    await open.counter.ask({ type: "beginTendering" });
    await untilShown(["     PLEASE PAY", "TOTAL          16.80"]);

    await open.counter.ask({ type: "tenderCash", amount: 2000 });

    await untilShown(["RECEIVED       20.00", "CHANGE          3.20"]);
    await bench.drawer({ open: false });
  });

  it("costs nothing but itself when it is gone, and shows the truth when it is back", async () => {
    await bench.display({ power: "off" });
    await sell([juice], 1000);
    // The terminal cannot know; the next change of a line is written all the same.
    await bench.display({ power: "on" });

    await bench.trigger(juice);

    await untilShown(["Fresh Orange    8.90", "TOTAL           8.90"]);
    await emptyBasket();
  });
});

describe("the scale", () => {
  const apples = "801";

  it("weighs what is sold by weight, and the line is what lay on it", async () => {
    await bench.scale({ grams: 1250 });

    expect(await open.counter.ask({ type: "keyCode", code: apples })).toBeNull();
    const view = await untilSale(open.counter, ({ lines }) => lines.length === 1);

    expect(saleOf(view)).toMatchObject({ lines: [{ quantity: 1250, amount: 1498 }] });
    await bench.scale({ grams: 0 });
    await emptyBasket();
  });

  it("adds nothing while the goods are not at rest, and goes on when they are", async () => {
    await bench.scale({ grams: 540, restless: true });
    await open.counter.ask({ type: "keyCode", code: apples });
    await untilNotice(open.counter, "scale/weighing");

    await bench.scale({ restless: false });

    await untilSale(open.counter, ({ lines }) => lines[0]?.quantity === 540);
    await bench.scale({ grams: 0 });
    await emptyBasket();
  });

  it("that is switched off is told, and then the weight is typed", async () => {
    await bench.scale({ power: "off" });
    await open.counter.ask({ type: "keyCode", code: apples });
    await untilNotice(open.counter, "scale/no-answer");

    const refusal = await open.counter.ask({ type: "keyCode", code: apples });
    expect(refusal).toBe("sale/weight-needed");
    await open.counter.ask({ type: "keyCode", code: apples, quantity: 300 });

    await untilSale(open.counter, ({ lines }) => lines[0]?.quantity === 300);
    await bench.scale({ power: "on" });
    await emptyBasket();
  });
});
