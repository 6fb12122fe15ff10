import { type ESTree, type ParseResult, parseSync } from "vite";
import { type Scope, scopeOf } from "./scope.ts";

/** A file of the house, read and parsed once; every law looks at the same ones. */
export interface Source {
  /** From the top of the house, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** Every node of a parsed file, parents before children; empty when it is not code. */
  readonly nodes: readonly Visit[];
  readonly comments: ParseResult["comments"];
  /** 1-based line of an offset. */
  lineAt(offset: number): number;
}

/** A node and where it stands. */
export interface Visit {
  readonly node: ESTree.Node;
  readonly parent: ESTree.Node | null;
  readonly scope: Scope;
  /** True inside a type, where a name is no reference to a value. */
  readonly inType: boolean;
}

/** What a law has against a line, and what to do instead. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly law: number;
  readonly instead: string;
}

export type Law = (sources: readonly Source[]) => Finding[];

const code = /\.(?:ts|tsx|mts|js|mjs|cjs)$/;
/** Nodes named `TS…` that hold values all the same. */
const valueHolders = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "TSParameterProperty",
  "TSExportAssignment",
  "TSModuleDeclaration",
  "TSModuleBlock",
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
]);

export function isCode(path: string): boolean {
  return code.test(path);
}

export function isTest(path: string): boolean {
  return path.startsWith("test/") || /\.test\.tsx?$/.test(path);
}

/** @throws SyntaxError when a code file does not parse */
export function parseSource(path: string, text: string): Source {
  const lines = text.split("\n");
  const starts: number[] = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  if (!isCode(path)) return { path, text, lines, nodes: [], comments: [], lineAt };
  const { program, comments, errors } = parseSync(path, text, { preserveParens: false });
  const error = errors[0];
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  return { path, text, lines, nodes: visitAll(program), comments, lineAt };
}

function visitAll(program: ESTree.Node): Visit[] {
  const visits: Visit[] = [];
  const enter = (node: ESTree.Node, from: Visit | null): void => {
    const scope = scopeOf(node, from?.scope ?? null);
    const inType = (from?.inType ?? false) || isTypeNode(node);
    const visit = { node, parent: from?.node ?? null, scope, inType };
    visits.push(visit);
    for (const child of childrenOf(node)) enter(child, visit);
  };
  enter(program, null);
  return visits;
}

function isTypeNode(node: ESTree.Node): boolean {
  return node.type.startsWith("TS") && !valueHolders.has(node.type);
}

function childrenOf(node: ESTree.Node): ESTree.Node[] {
  return Object.entries(node)
    .filter(([key]) => key !== "parent")
    .flatMap(([, value]) => value as unknown)
    .filter((value): value is ESTree.Node => {
      return typeof value === "object" && value !== null && "type" in value && "start" in value;
    });
}

/** The text of a string literal or of a template with nothing to fill in; else null. */
export function stringOf(node: ESTree.Node | null | undefined): string | null {
  if (node?.type === "TSAsExpression") return stringOf(node.expression);
  if (node?.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node?.type !== "TemplateLiteral" || node.expressions.length > 0) return null;
  return node.quasis[0]?.value.cooked ?? null;
}

/** Asks `judge` about every node of the sources that `applies`; it answers what to do instead. */
export function overNodes(
  law: number,
  sources: readonly Source[],
  applies: (path: string) => boolean,
  judge: (visit: Visit, source: Source) => string | null,
): Finding[] {
  const findings: Finding[] = [];
  for (const source of sources.filter(({ path }) => applies(path))) {
    for (const visit of source.nodes) {
      const instead = judge(visit, source);
      if (instead === null) continue;
      findings.push({ path: source.path, line: source.lineAt(visit.node.start), law, instead });
    }
  }
  return findings;
}
