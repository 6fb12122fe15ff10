import { describe, expect, test } from "vitest";
import { openTill } from "#test/support/till.ts";
import { advance, initialChart, isIn, lifePath } from "./chart.ts";
import type { Fact } from "./fact.ts";

const adopted: Fact = { type: "configuration.adopted", version: 9, sha256: "c".repeat(64) };
const completed = { type: "sale.completed" } as Fact;

describe("a fact", () => {
  test("that a state does not name is illegal there", () => {
    expect(advance(initialChart, completed)).toBeNull();
    expect(advance(openTill("signed on").terminal.chart, completed)).toBeNull();
  });

  test("about the scanner moves the scanner alone", () => {
    const moved = advance(initialChart, { type: "device.ready", device: "scanner" });

    expect(moved).toEqual({ ...initialChart, scanner: "ready" });
  });

  test("of a newer configuration is legal once a first one is in force, and moves nothing", () => {
    const { chart } = openTill("signed on").terminal;

    expect(advance(chart, adopted)).toBe(chart);
    expect(advance(openTill("not activated").terminal.chart, adopted)).toBeNull();
  });
});

test("a terminal's place is a path, and it is in each state on it", () => {
  const { chart } = openTill("signed on").terminal;

  expect(lifePath(chart)).toEqual(["inService", "signedIn", "idle"]);
  expect(isIn(chart, "signedIn")).toBe(true);
  expect(isIn(chart, "items", "idle")).toBe(true);
  expect(isIn(chart, "signedOff", "activating")).toBe(false);
  expect(lifePath(initialChart)).toEqual(["unidentified"]);
});
