import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { advance, initialChart } from "#state/chart.ts";
import type { Fact } from "#state/fact.ts";
import { chartDocument, documentPath } from "./chart-document.ts";
import { readRegions, ungovernedFacts } from "./read-chart.ts";

test("the page about the chart is what the machine would draw: npm run draw", () => {
  const committed = readFileSync(new URL(`../../${documentPath}`, import.meta.url), "utf8");

  expect(committed).toBe(chartDocument());
});

test("every state of every region stands on the page, with what the cashier sees", () => {
  const page = chartDocument();
  const places = readRegions().flatMap((region) => region.places);

  expect(places).toHaveLength(28);
  for (const { path, zh, en, offline } of places) {
    expect(page).toContain(`| \`${path}\` | ${zh} / ${en} | ${offline} |`);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});

test("every state can be reached from the beginning of its region", () => {
  for (const { initial, places } of readRegions()) {
    const reached = new Set([initial]);
    for (const path of reached) {
      const place = places.find((one) => one.path === path);
      for (const { to } of place?.ways ?? []) reached.add(to);
    }

    expect([...reached].sort()).toEqual(places.map(({ path }) => path).sort());
  }
});

test("a fact about work in hand is legal in any state and moves none", () => {
  const types = ungovernedFacts();

  expect(types).toContain("print.intended");
  for (const type of types) expect(advance(initialChart, { type } as Fact)).toBe(initialChart);
});
