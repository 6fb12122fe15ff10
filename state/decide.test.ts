import { expect, test } from "vitest";
import { openTill, types } from "#test/support/till.ts";
import { decide } from "./decide.ts";

test("the same till, input and moment make the same facts", () => {
  const [one, another] = [openTill("signed on"), openTill("signed on")];
  for (const till of [one, another]) till.put({ type: "scanned", label: "6901234567892" });
  const pay = { type: "intent", intent: { type: "tenderCash", amount: 1000 } } as const;

  expect(one.put(pay)).toEqual(another.put(pay));
});

test("a decision changes nothing by itself: its facts do", () => {
  const { terminal, trade, at } = openTill("signed on");
  const before = JSON.stringify(terminal);

  decide(terminal, { type: "scanned", label: "6901234567892" }, trade, { at, nextSeq: 99 });

  expect(JSON.stringify(terminal)).toBe(before);
});

test("a sale is settled in one group: the ledger keeps all of it or nothing", () => {
  const till = openTill("signed on");
  till.put({ type: "scanned", label: "6901234567892" });

  const settled = till.put({ type: "intent", intent: { type: "tenderCash", amount: 200 } });

  expect(types(settled)).toEqual([
    "tendering.begun",
    "tender.added",
    "sale.completed",
    "drawer.kickIntended",
    "print.intended",
    "print.started",
  ]);
});

test("what another part of the terminal refused is told as it is, and changes nothing", () => {
  const { terminal, trade, at } = openTill("signed on");
  const refusal = { code: "activation/backend-unreachable", params: { host: "shop" } };

  const told = decide(terminal, { type: "refused", refusal }, trade, { at, nextSeq: 99 });

  expect(told).toEqual({ facts: [], notice: refusal, terminal });
});

test("a till whose articles have not come yet sells nothing, and says why", () => {
  const { terminal, trade, at } = openTill("signed on");
  const empty = { ...trade, configuration: null, catalogue: null };

  const told = decide(terminal, { type: "scanned", label: "96385074" }, empty, { at, nextSeq: 9 });

  expect(told.notice?.code).toBe("sale/not-ready");
});
