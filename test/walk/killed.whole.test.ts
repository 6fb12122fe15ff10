import { beforeAll, expect, it, vi } from "vitest";
import { verifyLedger } from "#runtime/ledger/verify.ts";
import { BackendClient } from "#test/support/backend-client.ts";
import { BenchClient } from "#test/support/bench-client.ts";
import { killWorkingTerminal } from "#test/support/kill-terminal.ts";
import { countOf, entriesOf, terminalOf } from "#test/support/ledger-file.ts";
import { type OpenShop, openShop } from "#test/support/open-shop.ts";
import { linesOf, saleOf, untilSale } from "#test/support/views.ts";

/** The parts of a shop die, and nothing the cashier has seen is lost or doubled. */
let open: OpenShop;
let bench: BenchClient;

const juice = "6901234567892";
const milk = "6902460011135";

beforeAll(async () => {
  open = await openShop();
  bench = new BenchClient(open.addresses.bench);
  const { staffNo, pin } = open.addresses.cashier;
  await open.counter.ask({ type: "signIn", staffNo, pin });
  await untilSale(open.counter, ({ phase }) => phase === "idle");
});

async function sellJuice(): Promise<string> {
  await bench.trigger(juice);
  await untilSale(open.counter, ({ phase, pieces }) => phase === "items" && pieces === 1);
  await open.counter.ask({ type: "tenderCash", amount: 1000 });
  const view = await untilSale(open.counter, ({ phase }) => phase === "completed");
  await bench.drawer({ open: false });
  return saleOf(view)?.receiptNumber ?? "";
}

it("killed in mid-basket, it is back to the last beep, and the sale goes on", async () => {
  await bench.trigger(juice);
  await bench.trigger(milk);
  const before = await untilSale(open.counter, ({ lines }) => lines.length === 2);

  await killWorkingTerminal(open);

  const after = await untilSale(open.counter, ({ lines }) => lines.length === 2);
  expect(after.life).toEqual(before.life);
  await bench.trigger(juice);
  const next = await untilSale(open.counter, ({ lines }) => lines.length === 3);
  expect(linesOf(next)).toEqual(["鲜橙汁 300ml×1000", "鲜牛奶 950ml×1000", "鲜橙汁 300ml×1000"]);
  await open.counter.ask({ type: "cancelSale" });
});

it("killed in mid-receipt, the sale is there once and a marked copy ends it", async () => {
  const sales = countOf(open.ledgerFile, "sale.completed");
  const kicks = await bench.openings();
  await bench.printer({ linesPerSecond: 4 });
  const number = await sellJuice();
  await vi.waitFor(async () => expect(await bench.openings()).toBe(kicks + 1), 10_000);

  await killWorkingTerminal(open);
  await bench.printer({ linesPerSecond: 200 });

  const copy = await bench.untilReceipt(
    ({ text }) => text.includes("副本 COPY") && text.includes(number),
  );
  expect(copy.text).toMatch(/找零\s+1\.10/);
  expect(countOf(open.ledgerFile, "sale.completed")).toBe(sales + 1);
  expect(await bench.openings()).toBe(kicks + 1);
  const originals = (await bench.receipts()).filter(
    ({ text }) => text.includes(number) && !text.includes("副本"),
  );
  expect(originals.length).toBeLessThanOrEqual(1);
  await open.counter.until(({ printing }) => printing.jobs === 0);
});

it("sells on without the backend, says how many sales wait, and drains by itself", async () => {
  const backend = open.shop.part("backend");
  await open.counter.until(({ uplink }) => uplink.waitingSales === 0);
  await backend?.stop();

  for (let sale = 0; sale < 3; sale += 1) await sellJuice();

  const view = await open.counter.until(
    ({ uplink }) => uplink.waitingSales === 3 && !uplink.reachable,
  );
  expect(view.uplink).toEqual({ reachable: false, waitingSales: 3 });
  await backend?.start();
  await open.counter.until(({ uplink }) => uplink.waitingSales === 0 && uplink.reachable);
});

it("has shipped every entry once, in order, whatever died meanwhile", async () => {
  open.shop.part("backend")?.kill("SIGKILL");
  await sellJuice();
  await killWorkingTerminal(open);
  await open.counter.until(({ uplink }) => uplink.waitingSales === 0 && uplink.reachable);
  const client = await BackendClient.signIn(open.addresses);
  const terminal = terminalOf(open.ledgerFile);

  await vi.waitFor(
    async () => {
      const there = (await client.entries(terminal)).map(({ seq, hash }) => ({ seq, hash }));
      const here = entriesOf(open.ledgerFile).map(({ seq, hash }) => ({ seq, hash }));
      expect(there).toEqual(here);
    },
    { timeout: 30_000, interval: 200 },
  );
  expect(verifyLedger(open.ledgerFile).fault).toBeNull();
});

it("loses its scanner and printer with the simulator, and finds them again", async () => {
  open.shop.part("simulator")?.kill("SIGKILL");
  await open.counter.until(
    ({ devices }) => devices.scanner.state === "absent" && devices.printer.state === "absent",
  );

  await open.counter.until(
    ({ devices }) => devices.scanner.state === "ready" && devices.printer.state === "ready",
  );
  const number = await sellJuice();

  await bench.untilReceipt(({ text }) => text.includes(number));
});
