import { posix } from "node:path";
import type { ESTree } from "vite";
import { type Source, stringOf } from "./source.ts";

/** A file or package that a source names, by import or by `new URL("./x.ts", import.meta.url)`. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** The file meant, from the top of the house; null for a package. */
  readonly target: string | null;
  /** A URL names a file without taking its code in: a worker, a program to start. */
  readonly by: "import" | "url";
}

export function importsOf(source: Source): Import[] {
  return source.nodes.flatMap(({ node }): Import[] => {
    const specifier = importedBy(node);
    const url = specifier === null ? urlBeside(node) : null;
    const named = specifier ?? url;
    if (named === null) return [];
    const target = fileMeant(source.path, named, url !== null);
    const line = source.lineAt(node.start);
    return [{ specifier: named, line, target, by: url === null ? "import" : "url" }];
  });
}

function importedBy(node: ESTree.Node): string | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportNamedDeclaration":
    case "ImportExpression":
    case "TSImportType":
      return stringOf(node.source);
    case "TSExternalModuleReference":
      return stringOf(node.expression);
    default:
      return null;
  }
}

/** `new URL("./x.ts", import.meta.url)` and `import.meta.resolve("./x.ts")`. */
function urlBeside(node: ESTree.Node): string | null {
  if (node.type === "CallExpression") {
    const { callee } = node;
    const isMeta = callee.type === "MemberExpression" && callee.object.type === "MetaProperty";
    return isMeta ? stringOf(node.arguments[0]) : null;
  }
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier") return null;
  const [path, base] = node.arguments;
  const isBeside = base?.type === "MemberExpression" && base.object.type === "MetaProperty";
  return node.callee.name === "URL" && isBeside ? stringOf(path) : null;
}

/** `#sync/protocol.ts`, `./clock.ts` and, of a URL, `clock.ts`; a query like `?raw` is dropped. */
function fileMeant(from: string, specifier: string, isUrl: boolean): string | null {
  const path = specifier.replace(/\?.*$/, "");
  if (path.startsWith("#")) return path.slice(1);
  if (path.startsWith(".") || (isUrl && !/^[a-z]+:/.test(path))) {
    return posix.join(posix.dirname(from), path);
  }
  return null;
}

/** `@scope/name/deep` and `name/deep` to the package; `node:fs/promises` to `node:fs`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
