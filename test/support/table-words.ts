import { total } from "#state/basket.ts";
import { isIn } from "#state/chart.ts";
import type { Outcome } from "#state/decide.ts";
import type { Fact } from "#state/fact.ts";
import { format } from "#state/money.ts";
import { formatQuantity } from "#state/quantity.ts";
import type { Refusal } from "#state/refusal.ts";

/** What an outcome is called in a table: facts by short names, the refusal, the open total. */
export function sayOutcome({ facts, notice, terminal }: Outcome): string {
  const words = facts.map((fact) => {
    if (fact.type !== "print.started") return sayFact(fact);
    const job = terminal.jobs.find(({ jobId }) => jobId === fact.jobId);
    return job?.purpose === "copy" ? "prints the copy" : "prints";
  });
  if (notice !== null)
    words.push(`${facts.length === 0 ? "refused" : "told"} ${sayRefusal(notice)}`);
  if (words.length === 0) words.push("nothing");
  if (facts.length > 0 && isIn(terminal.chart, "items", "tendering")) {
    words.push(`total ${format(total(terminal.sale))}`);
  }
  return words.join(", ");
}

function sayRefusal({ code, params }: Refusal): string {
  return [code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(" ");
}

function sayFact(fact: Fact): string {
  switch (fact.type) {
    case "line.added":
      return [
        `line ${fact.lineNo} ${saleOf(fact)} of ${fact.nameEn}`,
        ...(fact.batch === undefined ? [] : [`batch ${fact.batch}`]),
        ...(fact.serial === undefined ? [] : [`serial ${fact.serial}`]),
        ...(fact.weighedBy === undefined ? [] : [`weighed by ${fact.weighedBy}`]),
      ].join(" ");
    case "line.quantityChanged":
      return `line ${fact.lineNo} ${saleOf(fact)}`;
    case "line.voided":
      return `line ${fact.lineNo} gone`;
    case "tender.added":
      return `cash ${format(fact.amount)}`;
    case "sale.completed": {
      const taxes = fact.taxes.map(({ rate, tax }) => `tax ${format(rate)}% ${format(tax)}`);
      const money = [`total ${format(fact.total)}`, ...taxes, `change ${format(fact.change)}`];
      return `sold ${fact.receiptNumber} ${money.join(" ")}`;
    }
    case "drawer.kickIntended":
      return "kick";
    case "print.intended":
      return { sale: "receipt", test: "test receipt", copy: "copy" }[fact.purpose];
    case "print.held":
    case "print.interrupted":
    case "drawer.kickAbandoned":
      return `${fact.type} ${fact.reason}`;
    case "weighing.ended":
      return `${fact.type} ${fact.outcome} ${fact.reason}`.trim();
    case "device.ready":
    case "device.lost":
      return `${fact.type} ${fact.device}`;
    case "device.faulted":
      return `${fact.type} ${fact.device} ${fact.reason}`;
    case "test.drawerOpened":
      return `${fact.type} ${fact.sensed ? "seen" : "unseen"}`;
    default:
      return fact.type;
  }
}

function saleOf(line: { readonly quantity: number; readonly amount: number }): string {
  return `× ${formatQuantity(line.quantity)} = ${format(line.amount)}`;
}
