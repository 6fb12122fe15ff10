import type { ESTree } from "vite";
import { type Finding, isCode, isTest, type Source, stringOf, type Visit } from "./source.ts";

/** The operator's list. A row starts with the code in backticks. */
export const listPath = "runtime/ERRORS.md";
const row = /^\|\s*`([^`]+)`\s*\|/;
const shape = /^[a-z][a-z0-9-]*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Calls that take the code of a refusal. */
const refusers = ["refuse", "refusal", "refused"];
/** The files whose strings are codes wherever they read like one: the texts of the refusals. */
const refusalTexts = /(?:^|\/)refusals?\.ts$/;

interface Use {
  readonly code: string | null;
  readonly source: Source;
  readonly line: number;
}

/** Law 8: whatever the terminal can say is wrong, the list says what to do about it. */
export function errorCodes(sources: readonly Source[]): Finding[] {
  const list = sources.find(({ path }) => path === listPath);
  if (list === undefined) return [];
  const code = sources.filter(({ path }) => isCode(path) && !isTest(path));
  const uses = code.flatMap((source) => source.nodes.flatMap((visit) => usesIn(source, visit)));
  const rows = rowsOf(list);
  return [...unlisted(uses, rows), ...unused(list, rows, literalsIn(code))];
}

function rowsOf(list: Source): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [index, line] of list.lines.entries()) {
    const code = row.exec(line)?.[1];
    if (code !== undefined) rows.set(code, [...(rows.get(code) ?? []), index + 1]);
  }
  return rows;
}

function unlisted(uses: readonly Use[], rows: ReadonlyMap<string, unknown>): Finding[] {
  return uses
    .filter(({ code }) => code === null || !shape.test(code) || !rows.has(code))
    .map(({ code, source, line }) => ({ path: source.path, line, law: 8, instead: advice(code) }));
}

function advice(code: string | null): string {
  if (code === null) return 'write the code as a string, "folder/what-happened": it must be found';
  if (!shape.test(code)) return `${code}: a code reads folder/what-happened, in lower case`;
  return `${code}: add its row to ${listPath}: what happened, what is safe, what to do`;
}

function unused(
  list: Source,
  rows: ReadonlyMap<string, readonly number[]>,
  literals: ReadonlySet<string>,
): Finding[] {
  return [...rows].flatMap(([code, [first = 1, ...again]]) => {
    const twice = again.map((line) => ({ line, instead: `${code}: listed twice, keep one row` }));
    const gone = literals.has(code)
      ? []
      : [{ line: first, instead: `${code}: nothing says this any more, take the row out` }];
    return [...gone, ...twice].map((each) => ({ path: list.path, law: 8, ...each }));
  });
}

function literalsIn(sources: readonly Source[]): Set<string> {
  const strings = sources.flatMap(({ nodes }) => nodes.map(({ node }) => stringOf(node)));
  return new Set(strings.filter((each) => each !== null));
}

/** Where codes stand: a coded error, a call that refuses, a `code:` property, a refusal's text. */
function usesIn(source: Source, { node }: Visit): Use[] {
  const line = source.lineAt(node.start);
  if (node.type === "NewExpression" && isNamed(node.callee, "CodedError")) {
    return [{ code: stringOf(node.arguments[0]), source, line }];
  }
  return refusalsIn(node, source.path)
    .flatMap(stringsIn)
    .filter((code) => shape.test(code))
    .map((code) => ({ code, source, line }));
}

/** The expressions of `node` that are, if they read like one, the code of a refusal. */
function refusalsIn(node: ESTree.Node, path: string): readonly ESTree.Node[] {
  if (refusalTexts.test(path)) return node.type === "Literal" ? [node] : [];
  if (node.type === "CallExpression") {
    return isNamed(node.callee, ...refusers) ? node.arguments : [];
  }
  const isCode = node.type === "Property" && isNamed(node.key, "code");
  return isCode ? [node.value] : [];
}

function stringsIn(node: ESTree.Node): string[] {
  if (node.type === "ConditionalExpression") {
    return [...stringsIn(node.consequent), ...stringsIn(node.alternate)];
  }
  const text = stringOf(node);
  return text === null ? [] : [text];
}

function isNamed(node: ESTree.Node, ...names: readonly string[]): boolean {
  return node.type === "Identifier" && names.includes(node.name);
}
