import { type Place, type Region, readRegions, ungovernedFacts } from "./read-chart.ts";

/** The document's place in the repository. */
export const documentPath = "docs/terminal-chart.md";

const titles: Readonly<Record<string, string>> = {
  life: "The terminal's life",
  scanner: "The scanner",
  printer: "The receipt printer",
  drawer: "The cash drawer",
};

/** `docs/terminal-chart.md`, whole: the published contract of a terminal, for people. */
export function chartDocument(): string {
  const facts = ungovernedFacts().map((fact) => `\`${fact}\``);
  return [
    "# The terminal's chart",
    "",
    "Drawn from the machine itself by `npm run draw`; a test fails while this page differs.",
    "A terminal is in one state of each region at a time. Only a fact in its ledger moves it;",
    "one that a state does not name is illegal there, and stops the till before it is recorded.",
    "",
    `Facts about work in hand are legal in every state and move none: ${facts.join(", ")}.`,
    "From the test transaction on, `configuration.adopted` is one more of these.",
    ...readRegions().flatMap(regionChapter),
    "",
  ].join("\n");
}

function regionChapter(region: Region): string[] {
  return [
    "",
    `## ${titles[region.name] ?? region.name}`,
    "",
    ...diagram(region),
    "",
    "| state | what the cashier sees | with the network down | facts, and where they lead |",
    "|---|---|---|---|",
    ...region.places.map(row),
  ];
}

function row({ path, zh, en, offline, ways }: Place): string {
  const leaving = ways.map(({ fact, to }) =>
    to === path ? `\`${fact}\` (stays)` : `\`${fact}\` → ${to}`,
  );
  return `| \`${path}\` | ${zh} / ${en} | ${offline} | ${leaving.join("<br>")} |`;
}

/** Flat, with the path as the label: Mermaid draws no way between two composite states' insides. */
function diagram({ initial, places }: Region): string[] {
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...places.map(({ path }) => `  state "${path}" as ${idOf(path)}`),
    `  [*] --> ${idOf(initial)}`,
    ...places.flatMap(arrows),
    "```",
  ];
}

/** One arrow to each place, with all the facts that lead there. */
function arrows({ path, ways }: Place): string[] {
  const targets = [...new Set(ways.map(({ to }) => to))].filter((to) => to !== path);
  return targets.map((to) => {
    const facts = ways.filter((way) => way.to === to).map(({ fact }) => fact);
    return `  ${idOf(path)} --> ${idOf(to)} : ${facts.join(", ")}`;
  });
}

const idOf = (path: string) => path.replaceAll(".", "_");
