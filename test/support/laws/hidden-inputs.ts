import type { ESTree } from "vite";
import { isAt, isPage, type Place } from "./house.ts";
import { isDeclared, type Scope } from "./scope.ts";
import { type Finding, isCode, isTest, overNodes, type Source, type Visit } from "./source.ts";

const takeTime = "take the time as an argument, or a Clock from runtime/host";
const takeTimer = "keep a deadline and let the caller wake you, or take a Clock from runtime/host";
const takeChance = "take random bytes as an argument; runtime/host makes them";
const takeConfiguration = "take what you need as an argument; a main file reads the process";
const takeHttp = "take a function that asks; runtime/host has the one that uses the network";

/** What changes from run to run without being passed in. A dot names a member of a global. */
const hidden = new Map<string, string>([
  ["Date.now", takeTime],
  ["new Date()", takeTime],
  ["Date()", takeTime],
  ["performance", takeTime],
  ["setTimeout", takeTimer],
  ["setInterval", takeTimer],
  ["setImmediate", takeTimer],
  ["AbortSignal.timeout", takeTimer],
  ["Math.random", takeChance],
  ["crypto.randomUUID", takeChance],
  ["crypto.randomBytes", takeChance],
  ["crypto.randomInt", takeChance],
  ["crypto.getRandomValues", takeChance],
  ["process", takeConfiguration],
  ["fetch", takeHttp],
]);

/** The same things as Node's modules offer them; `*` is the whole module. */
const hiddenImports = new Map<string, readonly [names: readonly string[], instead: string]>([
  ["node:crypto", [["randomUUID", "randomBytes", "randomInt", "getRandomValues"], takeChance]],
  ["node:perf_hooks", [["performance"], takeTime]],
  ["node:timers", [["*"], takeTimer]],
  ["node:timers/promises", [["*"], takeTimer]],
  ["node:process", [["*"], takeConfiguration]],
]);

/** Where hidden inputs are let in, and why there. */
const allowed: readonly { place: Place; only?: string; why: string }[] = [
  { place: "runtime/host/", why: "the one door to the operating system" },
  { place: "runtime/main.ts", why: "reads the process and hands everything on" },
  { place: "runtime/cli/", why: "talks to a person at a prompt" },
  {
    place: "drivers/device-process.ts",
    only: "process",
    why: "its channel to the till is process",
  },
  {
    place: "drivers/links/presence.ts",
    only: "setInterval",
    why: "a real port comes and goes in real time",
  },
  {
    place: "drivers/links/pause.ts",
    only: "setTimeout",
    why: "a real device is awaited in real time",
  },
  {
    place: "drivers/links/usb-keyboard.ts",
    only: "performance",
    why: "the rhythm of keys is measured where they are read",
  },
  {
    place: "drivers/links/tcp-link.ts",
    only: "setTimeout",
    why: "a real connection is awaited in real time",
  },
  {
    place: "runtime/ledger/checkpointer.ts",
    only: "setInterval",
    why: "a worker of its own; when it runs changes no fact",
  },
  { place: "simulator/main.ts", why: "reads the process and hands everything on" },
  { place: "simulator/virtual-counter.ts", why: "a program of its own, started by hand" },
  { place: "simulator/ports/", why: "real ports keep real time" },
  { place: "simulator/bench/server*", why: "serves a real browser in real time" },
  { place: "sync/backend/main.ts", why: "reads the process and hands everything on" },
  { place: "sync/backend/host*", why: "the backend's door to the operating system" },
];

/** Law 3: same inputs, same facts; so nothing comes in unseen. */
export function noHiddenInputs(sources: readonly Source[]): Finding[] {
  return overNodes(3, sources, isHeld, (visit, source) => {
    const name = hiddenName(visit);
    if (name !== null && !isAllowed(source.path, name)) return `${name}: ${hidden.get(name)}`;
    return hiddenImport(visit.node, source.path);
  });
}

function isHeld(path: string): boolean {
  return isCode(path) && !isTest(path) && !isPage(path);
}

function isAllowed(path: string, name: string): boolean {
  return allowed.some(({ place, only = name }) => isAt(path, place) && only === name);
}

/** The entry of `hidden` that this reference to a global is, if any. */
function hiddenName({ node, parent, scope, inType }: Visit): string | null {
  if (inType || node.type !== "Identifier" || parent === null) return null;
  if (isOnlyAName(node, parent) || isOwn(node.name, scope)) return null;
  return namesOf(node, parent).find((name) => hidden.has(name)) ?? null;
}

/** Imports of `node:crypto` as `crypto` are the global by another way. */
function isOwn(name: string, scope: Scope): boolean {
  return name !== "crypto" && isDeclared(name, scope);
}

function isOnlyAName(node: ESTree.Node, parent: ESTree.Node): boolean {
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  if (parent.type === "ImportSpecifier" || parent.type === "LabeledStatement") return true;
  if (parent.type === "ExportSpecifier") return parent.local !== node;
  return "key" in parent && parent.key === node && !("computed" in parent && parent.computed);
}

function namesOf(node: ESTree.Node & { name: string }, parent: ESTree.Node): string[] {
  const { name } = node;
  if (parent.type === "MemberExpression" && parent.property.type === "Identifier") {
    const member = parent.property.name;
    return name === "globalThis" || name === "window" ? [member] : [`${name}.${member}`, name];
  }
  if (parent.type === "NewExpression" && parent.callee === node) {
    return parent.arguments.length === 0 ? [`new ${name}()`] : [];
  }
  if (parent.type === "CallExpression" && parent.callee === node) return [`${name}()`, name];
  return [name];
}

function hiddenImport(node: ESTree.Node, path: string): string | null {
  if (node.type !== "ImportDeclaration" || node.importKind === "type") return null;
  const [names, instead] = hiddenImports.get(node.source.value) ?? [[], ""];
  const found = node.specifiers
    .map((each) => {
      if (each.type !== "ImportSpecifier") return "*";
      return each.imported.type === "Identifier" ? each.imported.name : each.imported.value;
    })
    .find((name) => names.includes(name) || names.includes("*"));
  if (found === undefined) return null;
  const short = node.source.value.replace("node:", "");
  return isAllowed(path, short) ? null : `${found} of ${node.source.value}: ${instead}`;
}
