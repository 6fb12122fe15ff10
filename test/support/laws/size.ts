import type { ESTree } from "vite";
import { isFunction } from "./scope.ts";
import { type Finding, isCode, isTest, type Source, type Visit } from "./source.ts";

const linesAFunction = 60;
const linesAFile = 300;
const columns = 100;
const style = /\.css$/;
const url = /https?:\/\//;

/** Law 5: what fits on a screen can be checked by eye. */
export function size(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => {
    const isText = isCode(source.path) || style.test(source.path);
    if (!isText) return [];
    const tall = source.nodes.flatMap((visit) => judgeFunction(source, visit));
    return isTable(source) ? tall : [...judgeFile(source), ...tall, ...judgeLines(source)];
  });
}

function judgeFunction(source: Source, { node, parent }: Visit): Finding[] {
  if (!isFunction(node) || (isTest(source.path) && isChapter(parent))) return [];
  const first = source.lineAt(node.start);
  const height = source.lineAt(node.end) - first + 1;
  if (height <= linesAFunction) return [];
  const instead = `a function of ${height} lines: split it, ${linesAFunction} are the limit`;
  return [{ path: source.path, line: first, law: 5, instead }];
}

/** A `describe` is a chapter of tests, not a function anybody reads as one. */
function isChapter(parent: ESTree.Node | null): boolean {
  if (parent?.type !== "CallExpression") return false;
  let callee: ESTree.Node = parent.callee;
  while (callee.type === "MemberExpression" || callee.type === "CallExpression") {
    callee = callee.type === "MemberExpression" ? callee.object : callee.callee;
  }
  return callee.type === "Identifier" && callee.name === "describe";
}

function judgeFile({ path, lines }: Source): Finding[] {
  const height = lines.length - (lines.at(-1) === "" ? 1 : 0);
  if (height <= linesAFile) return [];
  const instead = `a file of ${height} lines is two ideas: part them, ${linesAFile} are the limit`;
  return [{ path, line: linesAFile + 1, law: 5, instead }];
}

function judgeLines({ path, lines }: Source): Finding[] {
  return lines.flatMap((text, index) => {
    const width = text.length <= columns ? text.length : [...text].length;
    if (width <= columns || url.test(text)) return [];
    const instead = `${width} columns: break the line, ${columns} are the limit`;
    return [{ path, line: index + 1, law: 5, instead }];
  });
}

/** A table of data: constants and types, no function in sight. It is as long as the world is. */
function isTable({ nodes }: Source): boolean {
  const body = nodes[0]?.node.type === "Program" ? nodes[0].node.body : [];
  return body.length > 0 && body.every(isDatum) && !nodes.some(({ node }) => isFunction(node));
}

function isDatum(statement: ESTree.Node): boolean {
  switch (statement.type) {
    case "ImportDeclaration":
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      return true;
    case "VariableDeclaration":
      return statement.kind === "const";
    case "ExportNamedDeclaration":
      return statement.declaration === null || isDatum(statement.declaration);
    default:
      return false;
  }
}
