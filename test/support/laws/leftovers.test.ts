import { expect, test } from "vitest";
import { judge } from "./laws.ts";
import { leftovers } from "./leftovers.ts";

const later = "do it now, or write it into DECISIONS.md";
const partial = "run every test; a test that cannot run is mended or deleted";

test.each([
  ["// FIXME later", `FIXME: ${later}`],
  ["/** TODO: later */", `TODO: ${later}`],
  ['test.only("sells", sell);', `only: ${partial}`],
  ['describe.skip.each([1])("sells", sell);', `skip: ${partial}`],
  ["debugger;", "debugger: take it out"],
  ["// @ts-ignore", "@ts-ignore: mend the type; @ts-expect-error with a reason at most"],
  ["// @ts-expect-error", "@ts-expect-error: say why the error is expected"],
  ["// biome-ignore lint/x/y", "biome-ignore: say why the rule is wrong here"],
  ["const x = y as any;", "as any: say the type"],
  ["// const due = total(lines);", "code in a comment: delete it, git remembers"],
  ["class TillManager {}", "Manager: name the class after what it is"],
  ["const whitelist = 1;", "whitelist: say allow list"],
  ['const path = "/tmp/ledger";', "/tmp/: a path of one machine: make it relative"],
  ["// see issue #12", "issue #12: say why here, not where it was said"],
])("a source may not say %s", (text, advice) => {
  expect(judge(leftovers, { "runtime/till.ts": text })).toEqual([
    `runtime/till.ts:1: law 13: ${advice}`,
  ]);
});

test.each([
  "/** A code reads `XXXX-XXXX`. */",
  'test("sells", sell);',
  "chart.only(x); cursor.skip(3);",
  "// @ts-expect-error: the binding's types forget this event",
  "// biome-ignore lint/x/y: the index is the key",
  "const x = y as unknown;",
  "const x = (y) as string;",
  "// The change is due; nothing else is.",
  'const path = "./work/list"; const url = "https://example.org/tmp/x";',
])("a source may say %s", (text) => {
  expect(judge(leftovers, { "runtime/till.ts": text })).toEqual([]);
});

test("documents are held to it, line by line", () => {
  expect(judge(leftovers, { "README.md": "# Till\n\nTODO: more\nin /root/till" })).toEqual([
    `README.md:3: law 13: TODO: ${later}`,
    "README.md:4: law 13: /root/: a path of one machine: make it relative",
  ]);
});

test.each([
  ["sync/utils.ts", "utils"],
  ["state/sale-helpers.ts", "helpers"],
  ["runtime/common/time.ts", "common"],
])("%s names nothing", (path, found) => {
  expect(judge(leftovers, { [path]: "" })).toEqual([
    `${path}:1: law 13: ${found}: name the file after what it does`,
  ]);
});
