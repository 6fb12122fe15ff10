import type { ESTree } from "vite";

/** The names a function or file declares. Blocks share their function's: enough to know globals. */
export interface Scope {
  readonly names: Set<string>;
  readonly outer: Scope | null;
}

/** Is `name` declared here or further out? If not, it is a global. */
export function isDeclared(name: string, scope: Scope | null): boolean {
  if (scope === null) return false;
  return scope.names.has(name) || isDeclared(name, scope.outer);
}

/** The scope that holds inside `node`; writes down what `node` itself declares. */
export function scopeOf(node: ESTree.Node, outer: Scope | null): Scope {
  const here = outer ?? { names: new Set<string>(), outer: null };
  declare(namesDeclaredBy(node), here);
  if (!isFunction(node)) return here;
  const inside = { names: new Set<string>(), outer: here };
  declare(node.params.flatMap(namesInPattern), inside);
  return inside;
}

export type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression;

export function isFunction(node: ESTree.Node): node is FunctionNode {
  const { type } = node;
  return (
    type === "FunctionDeclaration" ||
    type === "FunctionExpression" ||
    type === "ArrowFunctionExpression"
  );
}

function declare(names: readonly string[], scope: Scope): void {
  for (const name of names) scope.names.add(name);
}

function namesDeclaredBy(node: ESTree.Node): string[] {
  switch (node.type) {
    case "VariableDeclarator":
      return namesInPattern(node.id);
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return node.id === null ? [] : [node.id.name];
    case "CatchClause":
      return node.param === null ? [] : namesInPattern(node.param);
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return [node.local.name];
    default:
      return [];
  }
}

function namesInPattern(node: ESTree.Node | null): string[] {
  switch (node?.type) {
    case "Identifier":
      return [node.name];
    case "ObjectPattern":
      return node.properties.flatMap((each) =>
        namesInPattern(each.type === "Property" ? each.value : each.argument),
      );
    case "ArrayPattern":
      return node.elements.flatMap(namesInPattern);
    case "AssignmentPattern":
      return namesInPattern(node.left);
    case "RestElement":
      return namesInPattern(node.argument);
    case "TSParameterProperty":
      return namesInPattern(node.parameter);
    default:
      return [];
  }
}
