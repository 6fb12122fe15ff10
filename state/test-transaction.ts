import { printable } from "./basket.ts";
import { isIn } from "./chart.ts";
import type { Entry, Fact } from "./fact.ts";
import { testReceipt } from "./receipt.ts";
import { refuse } from "./refusal.ts";
import type { Decision, Terminal, Trade } from "./terminal.ts";
import { happened } from "./terminal.ts";

/**
 * The last step before going live: scan, print, kick and sync on the real devices. Nothing of it
 * is a sale, so nothing of it is in any total.
 */

export function evolveTest(t: Terminal, { seq, fact }: Entry): Terminal {
  switch (fact.type) {
    case "test.scanned":
      return { ...t, test: { label: fact.label, name: fact.name, lastSeq: null } };
    case "test.drawerOpened":
      return t.test === null ? t : { ...t, test: { ...t.test, lastSeq: seq } };
    case "terminal.wentLive":
      return { ...t, test: null, activation: null };
    default:
      return t;
  }
}

/** Any label will do: it is the scanner that is tested, not the catalogue. */
export function testScanned(t: Terminal, label: string, trade: Trade, at: number): Decision {
  const { registration, activation } = t;
  const { configuration, catalogue } = trade;
  if (registration === null || configuration === null) return refuse("sale/not-ready");
  const name = catalogue?.byGtin(label)?.nameZh ?? null;
  const tester = activation?.name ?? "";
  const shown = { label: printable(label), name, tester };
  const document = testReceipt({ registration, configuration, at, ...shown });
  return happened(
    { type: "test.scanned", label, name },
    { type: "print.intended", jobId: trade.freshId(), purpose: "test", saleId: null, document },
  );
}

/** What a device's answer means for the test: the step after it. */
export function nextTestStep(t: Terminal, fact: Fact, freshId: () => string): Fact[] {
  if (isIn(t.chart, "printing") && fact.type === "print.finished") {
    return [{ type: "test.printed", confirmed: fact.confirmed }, kick(freshId)];
  }
  if (!isIn(t.chart, "openingDrawer")) return [];
  const isOpen = fact.type === "drawer.opened" || t.chart.drawer === "open";
  if (isOpen && (fact.type === "drawer.opened" || fact.type === "drawer.kicked")) {
    return [{ type: "test.drawerOpened", sensed: true }];
  }
  // Without a switch nobody can say more than that the pulse was sent.
  return fact.type === "drawer.kicked" && t.chart.drawer === "unknown"
    ? [{ type: "test.drawerOpened", sensed: false }]
    : [];
}

const kick = (freshId: () => string): Fact => ({
  type: "drawer.kickIntended",
  kickId: freshId(),
  reason: "test",
  saleId: null,
});

/** The drawer did not move: the technician has looked at the cable and tries once more. */
export function retryTest(t: Terminal, freshId: () => string): Decision {
  return isIn(t.chart, "openingDrawer") && t.kicks.length === 0
    ? happened(kick(freshId))
    : refuse("sale/not-now");
}
