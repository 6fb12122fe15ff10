import { isAt, isConfig, mains } from "./house.ts";
import { isDeclared } from "./scope.ts";
import { type Finding, isCode, overNodes, type Source, type Visit } from "./source.ts";

/** Law 6: a name is exported where it is made, and Node runs the source as it stands. */
export function plainExports(sources: readonly Source[]): Finding[] {
  return overNodes(6, sources, isCode, (visit, { path }) => {
    if (isConsole(visit)) {
      return maySpeak(path) ? null : "no console here: log, or return what there is to say";
    }
    const { node } = visit;
    switch (node.type) {
      case "ExportDefaultDeclaration":
        return isConfig(path) ? null : "no default export: export it by name";
      case "ExportAllDeclaration":
        return "no export *: import each name from the file that makes it";
      case "TSEnumDeclaration":
        return "no enum: use a union of string literals";
      case "TSModuleDeclaration":
        return isNamespace(node.id.type) ? "no namespace: a file is one already" : null;
      case "TSParameterProperty":
        return "no parameter property: declare the field and assign it";
      default:
        return null;
    }
  });
}

/** `declare module "x"` describes somebody else's file, and `declare global` the platform. */
function isNamespace(idType: string): boolean {
  return idType !== "Literal";
}

function isConsole({ node, parent, scope, inType }: Visit): boolean {
  if (inType || node.type !== "Identifier" || node.name !== "console") return false;
  return parent?.type === "MemberExpression" && parent.object === node
    ? !isDeclared("console", scope)
    : false;
}

function maySpeak(path: string): boolean {
  const isMain = mains.some((place) => isAt(path, place)) || /(?:^|\/)main\.tsx?$/.test(path);
  return isMain || /(?:^|\/)log\.ts$/.test(path);
}
