import { evolveActivation } from "./activation.ts";
import { assert } from "./base/assert.ts";
import { evolveCashier } from "./cashier.ts";
import { advance } from "./chart.ts";
import { evolveDevice } from "./device.ts";
import { evolveDrawer } from "./drawer.ts";
import type { Entry } from "./fact.ts";
import { evolvePrinting } from "./printing.ts";
import { evolveSale } from "./sale.ts";
import type { Terminal } from "./terminal.ts";
import { evolveTest } from "./test-transaction.ts";
import { evolveWeighing } from "./weighing.ts";

const areas = [
  evolveActivation,
  evolveTest,
  evolveCashier,
  evolveSale,
  evolveWeighing,
  evolvePrinting,
  evolveDrawer,
  evolveDevice,
] as const;

/**
 * The only way a terminal changes, live and in recovery alike.
 *
 * @throws CodedError `state/broken-assumption` for a fact that the chart does not allow here
 */
export function evolve(t: Terminal, entry: Entry): Terminal {
  const chart = advance(t.chart, entry.fact);
  assert(chart !== null, `${entry.fact.type} is legal in ${JSON.stringify(t.chart)}`);
  return areas.reduce<Terminal>((terminal, area) => area(terminal, entry), { ...t, chart });
}
