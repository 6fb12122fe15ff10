import type { Code } from "./barcode.ts";
import type { Entry, Fact } from "./fact.ts";
import type { Decision, Terminal } from "./terminal.ts";

/**
 * Goods on the scale. A weighing is begun when an article that is sold by weight is scanned or
 * keyed, and ends once: weighed, failed, given up for something else, or lost with the process.
 */

export function evolveWeighing(t: Terminal, { fact }: Entry): Terminal {
  switch (fact.type) {
    case "weighing.begun": {
      const { type: _, ...begun } = fact;
      return { ...t, weighing: { ...begun, hasFailed: false } };
    }
    case "weighing.ended":
      return t.weighing !== null && fact.outcome === "failed"
        ? { ...t, weighing: { ...t.weighing, hasFailed: true } }
        : { ...t, weighing: null };
    case "line.added":
    case "sale.cancelled":
    case "cashier.signedOff":
      return t.weighing?.hasFailed === true ? { ...t, weighing: null } : t;
    default:
      return t;
  }
}

/** @param name of the article, for the person who looks at the scale */
export function beginWeighing(code: Code, name: string, readId: string): Decision {
  const { text, entry, symbology } = code;
  const labelled = symbology === undefined ? {} : { symbology };
  return {
    facts: [{ type: "weighing.begun", readId, code: text, entry, ...labelled }],
    notice: { code: "scale/weighing", params: { name } },
  };
}

/**
 * Whether an article without a weight is weighed. A code keyed after the scale has failed is not:
 * the cashier has looked at the scale and will type what it shows.
 */
export function isWeighed(t: Terminal, entry: Code["entry"]): boolean {
  return entry === "scanned" || t.weighing?.hasFailed !== true;
}

/** What ends a weighing because somebody does something else; none when none is open. */
export function giveUpWeighing(t: Terminal, why: "superseded" | "restarted"): readonly Fact[] {
  if (t.weighing === null || t.weighing.hasFailed) return [];
  const { readId } = t.weighing;
  return [{ type: "weighing.ended", readId, outcome: "given-up", reason: why }];
}
