import { expect, test } from "vitest";
import { judge } from "./laws.ts";
import { plainExports } from "./plain-exports.ts";

test.each([
  ["export default 1;", "no default export: export it by name"],
  ['export * from "./x.ts";', "no export *: import each name from the file that makes it"],
  ["enum Pin { Two, Five }", "no enum: use a union of string literals"],
  ["namespace Wire {}", "no namespace: a file is one already"],
  [
    "class Till { constructor(readonly id: string) {} }",
    "no parameter property: declare the field and assign it",
  ],
  ["console.log(1);", "no console here: log, or return what there is to say"],
])("a source may not say %s", (text, advice) => {
  expect(judge(plainExports, { "runtime/till.ts": text })).toEqual([
    `runtime/till.ts:1: law 6: ${advice}`,
  ]);
});

test.each([
  ["runtime/till.ts", 'export { open } from "./open.ts";'],
  ["runtime/till.ts", 'declare module "x" { export const y: number; }'],
  ["runtime/till.ts", "export function tell(console: { log(): void }) { console.log(); }"],
  ["vitest.config.ts", "export default 1;"],
  ["runtime/log.ts", "console.log(1);"],
  ["runtime/cli/doctor.ts", "console.log(1);"],
  ["test/bench/main.ts", "console.log(1);"],
])("%s may say %s", (path, text) => {
  expect(judge(plainExports, { [path]: text })).toEqual([]);
});
