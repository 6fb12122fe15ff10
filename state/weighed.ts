import type { Code } from "./barcode.ts";
import type { Fact } from "./fact.ts";
import type { DeviceInput } from "./input.ts";
import { decideCode } from "./sale.ts";
import { type Decision, nothing, type Terminal, type Trade } from "./terminal.ts";

/** What the scale has said, and what comes of it. */

export function decideWeighed(
  t: Terminal,
  input: Extract<DeviceInput, { type: "weighed" | "weighFailed" }>,
  trade: Trade,
  at: number,
): Decision {
  const { weighing } = t;
  const { readId } = input;
  if (weighing === null || weighing.hasFailed || weighing.readId !== readId) return nothing;
  if (input.type === "weighFailed") return failed(readId, input.reason);
  if (input.grams === 0) return failed(readId, "empty");
  const { code: text, entry, symbology } = weighing;
  const code: Code = { text, entry, ...(symbology === undefined ? {} : { symbology }) };
  const sold = decideCode({ ...t, weighing: null }, { ...code, quantity: input.grams }, trade, at);
  if (sold.facts.length === 0) return { ...failed(readId, "refused"), notice: sold.notice };
  const ended: Fact = { type: "weighing.ended", readId, outcome: "weighed", reason: "" };
  const facts = sold.facts.map((fact): Fact => {
    return fact.type === "line.added" ? { ...fact, weighedBy: "scale" } : fact;
  });
  return { facts: [ended, ...facts], notice: sold.notice };
}

/** The scale's word for the trouble, and what the cashier is told. */
const notices: { readonly [reason: string]: string } = {
  empty: "scale/empty",
  unstable: "scale/unstable",
  overweight: "scale/overweight",
  "under-zero": "scale/under-zero",
};

function failed(readId: string, reason: string): Decision {
  return {
    facts: [{ type: "weighing.ended", readId, outcome: "failed", reason }],
    notice: { code: notices[reason] ?? "scale/no-answer", params: {} },
  };
}
