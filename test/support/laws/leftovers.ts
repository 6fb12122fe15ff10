import type { ESTree } from "vite";
import { isCommentedOut } from "./commented-out.ts";
import { isAt, type Place } from "./house.ts";
import { type Finding, isCode, overNodes, type Source } from "./source.ts";

interface Ban {
  readonly pattern: RegExp;
  readonly instead: string;
}

/** Banned in every line of every text. */
const words: readonly Ban[] = [
  {
    pattern: /(?<![\w.~-])\/(?:work|tmp|root)\//,
    instead: "a path of one machine: make it relative",
  },
  {
    pattern: /\b(?:issue|ticket|pull request|PR) #\d+/i,
    instead: "say why here, not where it was said",
  },
  { pattern: /\bwhite-?list/i, instead: "say allow list" },
  { pattern: /\bblack-?list/i, instead: "say deny list" },
  { pattern: /\bsanity[- ]check/i, instead: "say what is checked" },
];

/** Banned in comments, and in every line of what is not code. */
const notes: readonly Ban[] = [
  { pattern: /\b(?:FIXME|TODO|XXX)\b/, instead: "do it now, or write it into DECISIONS.md" },
];

/** Banned in comments: they switch a checker off. */
const switches: readonly Ban[] = [
  {
    pattern: /@ts-(?:ignore|nocheck)/,
    instead: "mend the type; @ts-expect-error with a reason at most",
  },
  { pattern: /@ts-expect-error\s*$/, instead: "say why the error is expected" },
  { pattern: /biome-ignore(?!.*:\s*\S)/, instead: "say why the rule is wrong here" },
];

/** File names that say nothing of what is in the file. */
const fileNames: readonly Ban[] = [
  {
    pattern: /(?<=^|[/.-])(?:utils?|helpers?|common|misc|stuff)(?=[./]|$)/,
    instead: "name the file after what it does",
  },
];

/** Class names that say nothing of what the class keeps alive. */
const classNames: readonly Ban[] = [
  { pattern: /(?:Manager|Helper|Util|Utils)$/, instead: "name the class after what it is" },
];

/** Texts that must be able to name what is banned. */
const exempt: readonly { place: Place; why: string }[] = [
  { place: "test/support/laws/leftovers*", why: "the bans and their tests spell them out" },
  { place: "test/support/laws/commented-out*", why: "its tests are switched-off code" },
  { place: "LICENSE", why: "not our words" },
];

/** Law 13: nothing is left lying about. */
export function leftovers(sources: readonly Source[]): Finding[] {
  const held = sources.filter(({ path }) => !exempt.some(({ place }) => isAt(path, place)));
  return [...held.flatMap(inText), ...held.flatMap(inComments), ...inCode(held)];
}

function inText({ path, lines }: Source): Finding[] {
  const bans = isCode(path) ? words : [...words, ...notes];
  const name = broken(fileNames, path).map((instead) => ({ path, line: 1, law: 13, instead }));
  const text = lines.flatMap((line, index) =>
    broken(bans, line).map((instead) => ({ path, line: index + 1, law: 13, instead })),
  );
  return [...name, ...text];
}

function inComments(source: Source): Finding[] {
  return source.comments.flatMap(({ type, value, start }) => {
    const first = source.lineAt(start);
    const marks = value.split("\n").flatMap((text, index) => {
      const found = broken([...notes, ...switches], text);
      return found.map((instead) => ({ path: source.path, line: first + index, law: 13, instead }));
    });
    const isOff = type === "Line" && isCommentedOut(value);
    const instead = "code in a comment: delete it, git remembers";
    return isOff ? [...marks, { path: source.path, line: first, law: 13, instead }] : marks;
  });
}

function broken(bans: readonly Ban[], text: string): string[] {
  return bans.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)?.[0].trim();
    return found === undefined ? [] : [`${found}: ${instead}`];
  });
}

function inCode(sources: readonly Source[]): Finding[] {
  return overNodes(13, sources, isCode, ({ node }) => {
    switch (node.type) {
      case "DebuggerStatement":
        return "debugger: take it out";
      case "TSAsExpression":
        return node.typeAnnotation.type === "TSAnyKeyword" ? "as any: say the type" : null;
      case "ClassDeclaration":
        return broken(classNames, node.id?.name ?? "")[0] ?? null;
      case "MemberExpression":
        return partialRun(node);
      default:
        return null;
    }
  });
}

const runners = new Set(["test", "it", "describe", "suite", "bench"]);

/** `test.only`, `describe.skip.each` and their like: a run that leaves tests out unseen. */
function partialRun({ object, property }: ESTree.MemberExpression): string | null {
  if (property.type !== "Identifier" || !runners.has(rootOf(object))) return null;
  const isPartial = property.name === "only" || property.name === "skip";
  return isPartial
    ? `${property.name}: run every test; a test that cannot run is mended or deleted`
    : null;
}

function rootOf(node: ESTree.Node): string {
  if (node.type === "MemberExpression") return rootOf(node.object);
  return node.type === "Identifier" ? node.name : "";
}
