import { expect, test } from "vitest";
import { direction } from "./direction.ts";
import { judge } from "./laws.ts";

const forbidden: readonly [file: string, text: string, finding: string][] = [
  [
    "state/sale.ts",
    'import { x } from "#runtime/clock.ts";',
    "state/ imports state/: pass runtime/clock.ts in, or move what is shared",
  ],
  [
    "state/base/money.ts",
    'import type { Sale } from "../sale.ts";',
    "state/base/ imports state/base/: pass state/sale.ts in, or move what is shared",
  ],
  [
    "drivers/wire/escpos.ts",
    'import { LF } from "./ascii.ts";',
    "drivers/wire/ imports nothing: pass drivers/wire/ascii.ts in, or move what is shared",
  ],
  [
    "sync/outbox.ts",
    'export { x } from "./backend/main.ts";',
    "sync/ imports sync/, state/ but not sync/backend/: " +
      "pass sync/backend/main.ts in, or move what is shared",
  ],
  [
    "runtime/till.ts",
    'const x = await import("#sync/backend/main.ts");',
    "runtime/ imports runtime/, state/, drivers/, sync/ but not sync/backend/: " +
      "pass sync/backend/main.ts in, or move what is shared",
  ],
  [
    "simulator/printer.ts",
    'type Model = import("#drivers/catalog.ts").Model;',
    "simulator/ imports simulator/, drivers/wire/, state/base/: " +
      "pass drivers/catalog.ts in, or move what is shared",
  ],
  [
    "drivers/scanner.ts",
    'import { seed } from "#test/support/seed.ts";',
    "drivers/ imports drivers/, state/base/: " +
      "pass test/support/seed.ts in, or move what is shared",
  ],
];

test.each(forbidden)("%s may not say %s", (path, text, finding) => {
  expect(judge(direction, { [path]: text })).toEqual([`${path}:1: law 1: ${finding}`]);
});

test.each([
  ["state/sale.ts", "#state/base/units.ts"],
  ["drivers/printers/epson.ts", "#drivers/wire/escpos.ts"],
  ["sync/backend/main.ts", "../protocol.ts"],
  ["runtime/main.ts", "#sync/outbox.ts"],
  ["simulator/printer.ts", "#drivers/wire/escpos.ts"],
  ["simulator/world/world.ts", "#runtime/till.ts"],
  ["test/end-to-end.test.ts", "#sync/backend/main.ts"],
  ["drivers/scanner.test.ts", "#test/support/seed.ts"],
  ["drivers/wire/escpos.test.ts", "./escpos.ts"],
  ["sync/outbox.ts", "zod"],
])("%s may import %s", (path, specifier) => {
  expect(judge(direction, { [path]: `import { x } from "${specifier}";` })).toEqual([]);
});

test("a test of the simulator may not look into the drivers either", () => {
  const text = '\nimport { x } from "#drivers/catalog.ts";';

  expect(judge(direction, { "simulator/printer.test.ts": text })).toEqual([
    "simulator/printer.test.ts:2: law 1: simulator/ imports simulator/, drivers/wire/, " +
      "state/base/: pass drivers/catalog.ts in, or move what is shared",
  ]);
});

test("a program that is started by its address is not imported", () => {
  const text = 'new URL("../simulator/main.ts", import.meta.url);';

  expect(judge(direction, { "runtime/main.ts": text })).toEqual([]);
});

test("a file outside the six folders has no room", () => {
  expect(judge(direction, { "tools/run.ts": "" })).toEqual([
    "tools/run.ts:1: law 1: stands in no room of the house: " +
      "move it, or add a row to rooms in house.ts",
  ]);
});
