import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type MemoryBench, memoryBench } from "#simulator/bench/memory-bench.ts";
import { deedRows } from "#simulator/scenario/deeds.ts";
import { expectationRows } from "#simulator/scenario/expectations.ts";
import { momentRows } from "#simulator/scenario/moments.ts";
import { parseScenario } from "#simulator/scenario/parse.ts";
import { wiredNames } from "#simulator/virtual-counter.ts";
import { smallTill } from "./small-till.ts";

const folder = fileURLToPath(new URL("../../docs/scenarios/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".scenario"));

/** Longer than any of them is patient. */
const AN_HOUR = 3_600_000;

function play(file: string, bench: MemoryBench) {
  bench.host.play(parseScenario(readFileSync(`${folder}${file}`, "utf8"), file));
  bench.clock.advance(AN_HOUR);
  return bench.host.state.scenario;
}

describe("an example scenario, against a till that behaves:", () => {
  test.each(files)("%s", (file) => {
    const bench = memoryBench();
    smallTill(bench);
    bench.clock.advance(1000);

    expect(play(file, bench)).toMatchObject({ outcome: "passed", failure: null });
  });
});

describe("the same scenario finds a till that does nothing:", () => {
  test.each(files)("%s", (file) => {
    expect(play(file, memoryBench())?.outcome).toBe("failed");
  });
});

test.each([
  ["Moments", momentRows],
  ["Actions", deedRows],
  ["Expectations", expectationRows],
] as const)("the page of scenarios lists all %s, and no others", (title, rows) => {
  const page = readFileSync(`${folder}README.md`, "utf8");
  const listed = page.split(`## ${title}\n\n\`\`\`text\n`)[1]?.split("\n```")[0];

  expect(listed?.split("\n")).toEqual(rows.map(({ pattern }) => pattern));
});

test("the example on that page can be played as it stands there", () => {
  const page = readFileSync(`${folder}README.md`, "utf8");
  const [, example = ""] = /```text\n(#[^`]*)```/.exec(page) ?? [];

  expect(parseScenario(example, "README.md").steps.length).toBeGreaterThan(8);
});

const simulatorPage = readFileSync(new URL("../../docs/simulator.md", import.meta.url), "utf8");
const onPage = [...simulatorPage.matchAll(/```scenario\n(# .*\n[^`]*)```/g)].map(
  ([, text = ""]) => ({
    title: text.split("\n")[0],
    text,
  }),
);

test.each(onPage)("the page of the simulator has a scenario that plays: $title", ({ text }) => {
  const { host, clock } = memoryBench();

  host.play(parseScenario(text, "simulator.md"));
  clock.advance(AN_HOUR);

  expect(host.state.scenario).toMatchObject({ outcome: "passed", failure: null });
});

test("and every device is in one of them", () => {
  const all = onPage.map(({ text }) => text).join("");

  expect(onPage).toHaveLength(6);
  for (const device of wiredNames) expect(all).toMatch(new RegExp(device));
});

test("there are as many as the page of the simulator promises", () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
});
