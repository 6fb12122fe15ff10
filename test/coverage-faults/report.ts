import type { Declared } from "./provocations.ts";
import { codesUnder } from "./rig.ts";

export interface Covered extends Declared {
  readonly isProvoked: boolean;
}

/** Provokes each, in a world of its own. */
export function cover(declared: readonly Declared[]): readonly Covered[] {
  return declared.map((each) => {
    const isProvoked = codesUnder(each.provocation).has(each.code);
    return { ...each, isProvoked };
  });
}

const ACTION_COLUMNS = 72;

/** A table for people: the code, and what to do at the simulator to see it. */
export function tableOf(covered: readonly Covered[]): string {
  const rows = covered.map(({ device, code, provocation, isProvoked }) => [
    isProvoked ? "ok" : "MISSING",
    device,
    code,
    actionIn(provocation),
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? "").length)),
  );
  const lines = rows.map((cells) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
  );
  const missing = covered.filter(({ isProvoked }) => !isProvoked).length;
  return `${lines.join("\n")}\n${covered.length} declared, ${missing} not provoked\n`;
}

function actionIn({ driver, simulator, till = [] }: Declared["provocation"]): string {
  const orders = till.map((command) => {
    if (typeof command === "number") return `${command / 1000} s later`;
    return "type" in command ? `till: ${command.type}` : "till";
  });
  const words = [...simulator, ...orders].join("; ") || "nothing: it is there";
  const short = words.length > ACTION_COLUMNS ? `${words.slice(0, ACTION_COLUMNS)}…` : words;
  return `[${driver}] ${short}`;
}
