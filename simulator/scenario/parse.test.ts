import { describe, expect, test } from "vitest";
import { memoryBench } from "../bench/memory-bench.ts";
import { deedRows } from "./deeds.ts";
import { expectationRows } from "./expectations.ts";
import { momentRows } from "./moments.ts";
import { parseScenario } from "./parse.ts";

/** What each slot may look like in a file. */
const examples: Readonly<Record<string, string>> = {
  count: "3",
  time: "20ms",
  gap: "5ms",
  text: '"words"',
  label: "6901234567892",
  device: "scanner",
  other: "display",
  usb: "printer",
  way: "to printer",
  hex: "1b 40",
  percent: "2%",
};

const written = (pattern: string) =>
  pattern.replace(/\{(\w+)\}/g, (_, slot: string) => examples[slot] ?? "?");

describe("every row of the language", () => {
  test.each(deedRows.map(({ pattern }) => pattern))("can be written and done: %s", (pattern) => {
    const { host } = memoryBench();

    host.play(parseScenario(written(pattern), "x.scenario"));

    expect(host.state.scenario?.outcome).toBe("passed");
  });

  test.each(momentRows.map(({ pattern }) => pattern))("can be waited for: %s", (pattern) => {
    const { steps } = parseScenario(`${written(pattern)} open cover`, "x.scenario");

    expect(steps[0]?.moment).not.toBeNull();
    expect(steps[0]?.deed).not.toBeNull();
  });

  test.each(expectationRows.map(({ pattern }) => pattern))("can be expected: %s", (pattern) => {
    const { steps } = parseScenario(written(pattern), "x.scenario");

    expect(steps[0]?.expectation).not.toBeNull();
  });
});

test("a file has a name, a title, and lines with their numbers", () => {
  const scenario = parseScenario("# 缺纸 / Paper out\n\nat 2s open cover\n", "a/paper.scenario");

  expect(scenario).toMatchObject({ name: "paper.scenario", title: "缺纸 / Paper out" });
  expect(scenario.steps).toMatchObject([{ line: 3, text: "at 2s open cover" }]);
});

describe("an error names file and line and what was expected", () => {
  test.each([
    ["open cover\nopen door", "x:2: `door` is not known here", "cover, drawer"],
    ["at 2 open cover", "x:1: `2` is not known here", "a time: 2s, 300ms"],
    ["after 300 bytes cut", "x:1: The line is not complete", "cable"],
    ["on scan 690 cut cable", "x:1: `690` is not known here", "scan, scanner"],
    ["expect paper contains 合计", "x:1: `合计` is not known here", 'words in "quotes"'],
    ["open cover now", "x:1: `now` is not known here", "the end of the line"],
    ['scan "690', "x:1: A quote has no end", 'a second "'],
    ["# nothing", "x:1: Nothing is to be done", "a line such as"],
  ])("%j", (text, what, fix) => {
    const read = () => parseScenario(text, "x");

    expect(read).toThrow(what);
    expect(read).toThrow(expect.objectContaining({ fix: expect.stringContaining(fix) }));
    expect(read).toThrow(expect.objectContaining({ code: "simulator/bad-scenario" }));
  });
});
