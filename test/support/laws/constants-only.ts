import { isAt } from "./house.ts";
import { isFunction } from "./scope.ts";
import { type Finding, isCode, isTest, overNodes, type Source } from "./source.ts";

/** Law 4: both sides of the wire share constants; a shared function would err on both alike. */
export function constantsOnly(sources: readonly Source[]): Finding[] {
  return overNodes(4, sources, isWire, ({ node, parent }) => {
    const isMethod = parent?.type === "MethodDefinition";
    if (isFunction(node) && !isMethod) return "drivers/wire holds constants: move the function out";
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") {
      return "drivers/wire holds constants: move the class out";
    }
    if (node.type === "VariableDeclaration" && node.kind !== "const") {
      return `drivers/wire holds constants: say const, not ${node.kind}`;
    }
    return null;
  });
}

function isWire(path: string): boolean {
  return isAt(path, "drivers/wire/") && isCode(path) && !isTest(path);
}
