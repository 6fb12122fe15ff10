import { expect, test } from "vitest";
import { noHiddenInputs } from "./hidden-inputs.ts";
import { judge } from "./laws.ts";

const takeTime = "take the time as an argument, or a Clock from runtime/host";
const takeTimer = "keep a deadline and let the caller wake you, or take a Clock from runtime/host";
const takeChance = "take random bytes as an argument; runtime/host makes them";
const takeConfiguration = "take what you need as an argument; a main file reads the process";
const takeHttp = "take a function that asks; runtime/host has the one that uses the network";

test.each([
  ["const at = Date.now();", `Date.now: ${takeTime}`],
  ["const clock = { now: Date.now };", `Date.now: ${takeTime}`],
  ["const at = new Date();", `new Date(): ${takeTime}`],
  ["const at = performance.now();", `performance: ${takeTime}`],
  ["setTimeout(wake, 10);", `setTimeout: ${takeTimer}`],
  ["globalThis.setInterval(wake, 10);", `setInterval: ${takeTimer}`],
  ["const dice = Math.random;", `Math.random: ${takeChance}`],
  ["const id = crypto.randomUUID();", `crypto.randomUUID: ${takeChance}`],
  ['import { randomBytes } from "node:crypto";', `randomBytes of node:crypto: ${takeChance}`],
  [
    'import { setTimeout } from "node:timers/promises";',
    `setTimeout of node:timers/promises: ${takeTimer}`,
  ],
  ["const debug = process.env.DEBUG;", `process: ${takeConfiguration}`],
  ["const options = { fetch };", `fetch: ${takeHttp}`],
])("the core may not say %s", (text, finding) => {
  expect(judge(noHiddenInputs, { "state/sale.ts": text })).toEqual([
    `state/sale.ts:1: law 3: ${finding}`,
  ]);
});

test.each([
  "const at = new Date(0);",
  "const day = Date.UTC(2026, 0, 1);",
  "const up = Math.floor(2.5);",
  "type Timer = ReturnType<typeof setTimeout>;",
  "interface Host { fetch(url: string): void; readonly process: string }",
  "const steps = { process: 1 }; steps.process += 1;",
  "export function ask(fetch: () => void): void { fetch(); }",
  "export function each({ process }: { process: () => void }): void { process(); }",
  'import { createHash } from "node:crypto";',
  "// Date.now() is not called here",
])("the core may say %s", (text) => {
  expect(judge(noHiddenInputs, { "state/sale.ts": text })).toEqual([]);
});

test.each([
  ["runtime/host/clock.ts", "Date.now();"],
  ["runtime/main.ts", "process.exit();"],
  ["drivers/device-process.ts", "process.send?.({});"],
  ["simulator/bench/server.ts", "setInterval(tell, 100);"],
  ["sync/backend/host-clock.ts", "Date.now();"],
  ["runtime/screen/page/main.tsx", 'fetch("/view");'],
  ["state/sale.test.ts", "Math.random();"],
])("%s may say %s", (path, text) => {
  expect(judge(noHiddenInputs, { [path]: text })).toEqual([]);
});

test("the device process reads the process and nothing else", () => {
  const text = "process.send?.({});\nsetTimeout(wake, 10);";

  expect(judge(noHiddenInputs, { "drivers/device-process.ts": text })).toEqual([
    `drivers/device-process.ts:2: law 3: setTimeout: ${takeTimer}`,
  ]);
});
