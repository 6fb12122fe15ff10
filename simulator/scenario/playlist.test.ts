import { expect, test } from "vitest";
import { memoryBench } from "../bench/memory-bench.ts";
import { parseScenario } from "./parse.ts";
import { playAll } from "./playlist.ts";

const scenario = (name: string, ...lines: readonly string[]) =>
  parseScenario(lines.join("\n"), name);

test("scenarios are played one after the other, and one that fails is remembered", async () => {
  const { host, clock } = memoryBench();
  const said: string[] = [];
  const all = [
    scenario("a", "at 1s open cover", "close cover"),
    scenario("b", "expect drawer open"),
    scenario("c", "open drawer", "expect drawer open"),
  ];

  const playing = playAll(host, all, ({ name, outcome, stepsDone }) => {
    said.push(`${name} ${outcome} ${stepsDone}`);
  });
  clock.advance(1000);
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(5000);

  expect(await playing).toBe(false);
  expect(said).toEqual([
    "a running 1",
    "a running 2",
    "a passed 2",
    "b failed 0",
    "c running 1",
    "c running 2",
    "c passed 2",
  ]);
});

test("all that pass are a pass", async () => {
  const { host } = memoryBench();

  expect(await playAll(host, [scenario("a", "open cover")], () => {})).toBe(true);
});
