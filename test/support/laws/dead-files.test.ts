import { expect, test } from "vitest";
import { noDeadFiles } from "./dead-files.ts";
import { judge } from "./laws.ts";

const orphan = { "state/tax.ts": "" };

test("a file nobody reaches is dead, and so is what only it imports", () => {
  const files = {
    "runtime/main.ts": "",
    "state/tax.ts": 'import "./rate.ts";',
    "state/rate.ts": "",
  };

  expect(judge(noDeadFiles, files)).toEqual([
    "state/tax.ts:1: law 11: no program and no test reaches this file: import it or delete it",
    "state/rate.ts:1: law 11: no program and no test reaches this file: import it or delete it",
  ]);
});

test.each([
  ["the terminal's main, over a file between", "runtime/main.ts", 'import "./till.ts";'],
  ["a worker's address", "runtime/main.ts", 'new URL("../state/tax.ts", import.meta.url);'],
  ["a command", "runtime/cli/start.ts", 'export { tax } from "#state/tax.ts";'],
  ["a page", "runtime/screen/page/main.tsx", 'import "#state/tax.ts";'],
  ["a test", "state/tax.test.ts", 'import "./tax.ts";'],
  ["a script", "package.json", '{ "scripts": { "tax": "node state/tax.ts" } }'],
])("%s keeps a file alive", (_, path, text) => {
  const between = { "runtime/main.ts": "", "runtime/till.ts": 'import "#state/tax.ts";' };
  const files = { ...orphan, ...between, [path]: text };
  const dead = judge(noDeadFiles, files).filter((finding) => finding.startsWith("state/"));

  expect(dead).toEqual([]);
});

test("the law rests while the house has no terminal", () => {
  expect(judge(noDeadFiles, orphan)).toEqual([]);
});
