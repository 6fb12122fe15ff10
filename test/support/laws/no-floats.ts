import { isAt } from "./house.ts";
import { type Finding, isCode, isTest, overNodes, type Source } from "./source.ts";

/** The files that divide and round on behalf of all others, each with tests for its remainders. */
const arithmetic = new Set(["money.ts", "tax.ts", "quantity.ts", "time.ts", "barcode.ts"]);
const operators = new Set(["/", "%", "/=", "%="]);
const functions = new Set(["parseFloat", "toFixed", "Number.parseFloat", "Math.round"]);
const instead = "round in money.ts, tax.ts or quantity.ts and call it from here";

/** Law 7: in the core, a fraction of a fen cannot come about by accident. */
export function noFloatsInMoney(sources: readonly Source[]): Finding[] {
  return overNodes(7, sources, isHeld, ({ node }) => {
    if (node.type === "BinaryExpression" || node.type === "AssignmentExpression") {
      return operators.has(node.operator) ? `operator ${node.operator}: ${instead}` : null;
    }
    if (node.type !== "CallExpression") return null;
    const called = nameOf(node.callee);
    return called.some((name) => functions.has(name)) ? `${called[0]}: ${instead}` : null;
  });
}

function isHeld(path: string): boolean {
  const name = path.split("/").at(-1) ?? "";
  return isAt(path, "state/") && isCode(path) && !isTest(path) && !arithmetic.has(name);
}

type Callee = Extract<Source["nodes"][number]["node"], { type: "CallExpression" }>["callee"];

function nameOf(callee: Callee): string[] {
  if (callee.type === "Identifier") return [callee.name];
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
  const member = callee.property.name;
  return callee.object.type === "Identifier"
    ? [`${callee.object.name}.${member}`, member]
    : [member];
}
