import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { evolve } from "#state/evolve.ts";
import type { Input } from "#state/input.ts";
import { unknownTerminal } from "#state/terminal.ts";
import { freshFolder } from "#test/support/folder.ts";
import { beginnings, configuration, opening } from "#test/support/shop.ts";
import { HandWoundClock } from "./host/hand-wound-clock.ts";
import { sha256Hex } from "./ledger/sha256.ts";
import { configurationDocument, TerminalLoop } from "./terminal.ts";

const document = JSON.stringify(configuration);

/** A loop on a real ledger. Identifiers count from 1 at each start, as the beginnings expect. */
function openLoop(folder: string, name = "") {
  const failures: Error[] = [];
  let ids = 0;
  const loop = new TerminalLoop({
    file: join(folder, "ledger.db"),
    thumbprint: configuration.terminal,
    clock: new HandWoundClock(opening),
    freshId: () => {
      ids += 1;
      return `${name}id-${ids}`;
    },
    onFailure: (error) => failures.push(error),
  });
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await loop.close();
    isClosed = true;
  };
  onTestFinished(close);
  return { loop, failures, close };
}

async function begin(loop: TerminalLoop, inputs: readonly Input[]): Promise<void> {
  loop.ledger.keepDocument(configurationDocument, 1, document);
  for (const input of inputs) {
    const isConfiguration = input.type === "configurationFetched";
    await loop.step(isConfiguration ? { ...input, sha256: sha256Hex(document) } : input);
  }
}

const water: Input = { type: "scanned", label: "6901234567892" };
const payTen: Input = { type: "intent", intent: { type: "tenderCash", amount: 1000 } };

test("what was beeped is there after a start, as if nothing had happened", async () => {
  const folder = freshFolder();
  const first = openLoop(folder);
  await begin(first.loop, beginnings["signed on"]);
  await first.loop.step(water);
  await first.loop.step({ type: "scanned", label: "96385074" });
  const before = first.loop.terminal;
  await first.close();

  const { loop } = openLoop(folder);

  expect(loop.terminal).toEqual(before);
  expect(loop.terminal.sale?.lines.map((line) => line.plu)).toEqual(["101", "103"]);
  expect(loop.configuration).toEqual(configuration);
});

test("nobody sees a sale before it is durable", async () => {
  const { loop } = openLoop(freshFolder());
  await begin(loop, beginnings["signed on"]);
  await loop.step(water);
  const seen: { seq: number; durable: number; receipts: number }[] = [];
  loop.watch(({ seq, terminal }) => {
    seen.push({ seq, durable: loop.ledger.durable, receipts: terminal.receipts });
  });

  const step = loop.step(payTen);

  expect(loop.ledger.head).toBeGreaterThan(loop.ledger.durable);
  expect(loop.terminal.receipts).toBe(0);
  expect(seen).toEqual([]);
  await expect(step).resolves.toEqual({ happened: true, notice: null });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.durable).toBeGreaterThanOrEqual(seen[0]?.seq ?? Number.POSITIVE_INFINITY);
  expect(loop.terminal.receipts).toBe(1);
});

test("a refusal is answered in its turn, after what was asked before it", async () => {
  const { loop } = openLoop(freshFolder());
  await begin(loop, beginnings["signed on"]);
  const order: string[] = [];

  const beep = loop.step(water).then(() => order.push("beep"));
  const refusal = loop.step({ type: "scanned", label: "6901234567890" }).then((step) => {
    order.push(step.notice?.code ?? "nothing");
  });
  await Promise.all([beep, refusal]);

  expect(order).toEqual(["beep", "sale/bad-check-digit"]);
});

test("the ledger alone gives the live state, with and without a snapshot", async () => {
  const folder = freshFolder();
  const first = openLoop(folder);
  await begin(first.loop, beginnings["signed on"]);
  for (let sale = 0; sale < 120; sale += 1) {
    await first.loop.step(water);
    await first.loop.step(payTen);
    const job = first.loop.terminal.jobs[0];
    const kick = first.loop.terminal.kicks[0];
    await first.loop.step({ type: "kicked", kickId: kick?.kickId ?? "" });
    await first.loop.step({ type: "printed", jobId: job?.jobId ?? "", confirmed: true });
  }
  const live = first.loop.terminal;
  const folded = [...first.loop.ledger.facts(0)].reduce(evolve, unknownTerminal);
  const kept = first.loop.ledger.snapshot(3);
  await first.close();

  expect(kept?.seq).toBeGreaterThan(400);
  expect(folded).toEqual(live);
  expect(openLoop(folder).loop.terminal).toEqual(live);
  expect(live.perpetualSales).toBe(120 * 200);
});

test("a receipt under way when the process died is printed again, marked as a copy", async () => {
  const folder = freshFolder();
  const first = openLoop(folder);
  await begin(first.loop, beginnings["signed on"]);
  await first.loop.step(water);
  await first.loop.step(payTen);
  expect(first.loop.terminal.jobs[0]?.phase).toBe("started");
  await first.close();

  const { loop } = openLoop(folder, "second-");
  await loop.step({ type: "started" });

  expect(loop.terminal.receipts).toBe(1);
  expect(loop.terminal.kicks).toEqual([]);
  expect(loop.terminal.jobs).toMatchObject([{ purpose: "copy", phase: "waiting" }]);
  expect(loop.terminal.jobs[0]?.document.blocks[0]).toMatchObject({ text: "副本 COPY" });
});

test("a configuration that is not the adopted one stops the start", async () => {
  const folder = freshFolder();
  const first = openLoop(folder);
  await begin(first.loop, beginnings["signed on"]);
  first.loop.ledger.keepDocument(configurationDocument, 1, document.replace("矿泉水", "金条"));
  await first.loop.step(water);
  await first.close();

  expect(() => openLoop(folder)).toThrow(/state\/broken-assumption/);
});
