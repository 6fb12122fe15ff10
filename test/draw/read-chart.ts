import { chart } from "#state/chart.ts";
import { type FactType, fact } from "#state/fact.ts";

/** The terminal's chart as a list of rows, read from the machine that runs in every terminal. */

type Node = typeof chart.root;

export interface Place {
  /** `activating.awaitingApproval`: the path inside its region. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly offline: string;
  readonly ways: readonly Way[];
}

export interface Way {
  readonly fact: string;
  /** The path of the place it leads to. */
  readonly to: string;
}

export interface Region {
  readonly name: string;
  readonly initial: string;
  readonly places: readonly Place[];
}

export function readRegions(): Region[] {
  return childrenOf(chart.root).map((node) => ({
    name: node.key,
    initial: pathOf(firstLeaf(node)),
    places: leavesOf(node).map(readPlace),
  }));
}

/** Facts that the chart never mentions: work in hand, which every state allows. */
export function ungovernedFacts(): FactType[] {
  const governed = new Set<string>(chart.events);
  return fact.options.map((option) => option.shape.type.value).filter((one) => !governed.has(one));
}

function readPlace(leaf: Node): Place {
  const shown = leaf.meta?.shown;
  if (shown === undefined) throw new Error(`${leaf.id} does not say what the cashier sees`);
  return { path: pathOf(leaf), ...shown, ways: waysFrom(leaf) };
}

/** Its own ways and those of the states around it: a device's health changes from any to any. */
function waysFrom(leaf: Node): Way[] {
  const around: Node[] = [];
  for (let node: Node | undefined = leaf; node !== undefined; node = node.parent) around.push(node);
  return around
    .flatMap((node) => [...node.transitions.values()].flat())
    .flatMap(({ eventType, target }) =>
      (target ?? []).map((to) => ({ fact: String(eventType), to: pathOf(firstLeaf(to)) })),
    );
}

const childrenOf = (node: Node): Node[] => Object.values(node.states);

function leavesOf(node: Node): Node[] {
  const children = childrenOf(node);
  return children.length === 0 ? [node] : children.flatMap(leavesOf);
}

function firstLeaf(node: Node): Node {
  const [first] = node.initial?.target ?? [];
  return first === undefined ? node : firstLeaf(first);
}

const pathOf = (node: Node) => node.path.slice(1).join(".");
