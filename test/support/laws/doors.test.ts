import { expect, test } from "vitest";
import { oneDoor } from "./doors.ts";
import { judge } from "./laws.ts";

test.each([
  [
    "state/sale.ts",
    "node:crypto",
    "state/ does not open to node:crypto: take it in at sync/backend/, runtime/host/, " +
      "runtime/ledger/, runtime/screen/, runtime/cli/, runtime/main.ts, simulator/ports/, " +
      "simulator/ and pass it on",
  ],
  [
    "runtime/devices/supervisor.ts",
    "serialport",
    "runtime/devices/ does not open to serialport: take it in at drivers/links/, " +
      "simulator/ports/ and pass it on",
  ],
  [
    "simulator/bench/server.ts",
    "@lydell/node-pty",
    "simulator/ does not open to @lydell/node-pty: take it in at simulator/ports/ and pass it on",
  ],
  [
    "runtime/screen/server.ts",
    "preact/hooks",
    "runtime/screen/ does not open to preact: take it in at page/ folders and pass it on",
  ],
  [
    "runtime/screen/page/main.tsx",
    "fastify",
    "a page does not open to fastify: take it in at sync/backend/, runtime/screen/, " +
      "simulator/ and pass it on",
  ],
  ["sync/outbox.ts", "lodash", "lodash has no door yet: do without, or add it in house.ts"],
])("%s may not take in %s", (path, specifier, finding) => {
  const text = `import { x } from "${specifier}";`;

  expect(judge(oneDoor, { [path]: text })).toEqual([`${path}:1: law 2: ${finding}`]);
});

test.each([
  ["state/sale-chart.ts", "xstate"],
  ["drivers/links/serial.ts", "serialport"],
  ["drivers/printers/encode.ts", "iconv-lite"],
  ["sync/backend/store.ts", "@electric-sql/pglite"],
  ["runtime/ledger/ledger.ts", "node:sqlite"],
  ["runtime/host/files.ts", "node:fs/promises"],
  ["runtime/screen/page/main.tsx", "preact/hooks"],
  ["simulator/bench/page/main.tsx", "@fontsource-variable/noto-sans-sc/index.css"],
  ["simulator/ports/pty.ts", "@lydell/node-pty"],
  ["state/sale.test.ts", "fast-check"],
  ["state/sale.ts", "#state/base/units.ts"],
])("%s takes in %s", (path, specifier) => {
  expect(judge(oneDoor, { [path]: `import { x } from "${specifier}";` })).toEqual([]);
});
