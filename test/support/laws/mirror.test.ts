import { expect, test } from "vitest";
import { judge } from "./laws.ts";
import { mirror } from "./mirror.ts";

test.each(["state/sale.test.ts", "runtime/screen/screen.whole.test.ts"])(
  "%s without its source is moved",
  (path) => {
    const name = path.split(/[/.]/).at(path.includes("whole") ? -4 : -3);

    expect(judge(mirror, { [path]: "", "state/shift.ts": "" })).toEqual([
      `${path}:1: law 10: tests no ${name}.ts beside it: rename it, or move it to test/`,
    ]);
  },
);

test.each([
  ["state/sale.test.ts", "state/sale.ts"],
  ["runtime/screen/page/basket.test.ts", "runtime/screen/page/basket.tsx"],
  ["runtime/ledger/crash.whole.test.ts", "runtime/ledger/crash.ts"],
  ["sync/backend/workbench.whole.test.ts", "sync/backend/main.ts"],
  ["sync/backend.whole.test.ts", "sync/backend/main.ts"],
  ["test/end-to-end.whole.test.ts", "runtime/main.ts"],
])("%s stands beside %s", (path, beside) => {
  expect(judge(mirror, { [path]: "", [beside]: "" })).toEqual([]);
});
