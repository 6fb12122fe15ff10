import { expect, test } from "vitest";
import { declared } from "./provocations.ts";
import { cover, tableOf } from "./report.ts";

test.each(declared)("$device says $code when the simulator makes it", (each) => {
  expect(cover([each])[0]?.isProvoked).toBe(true);
});

test("what is not provoked is missing in the table, and named", () => {
  const idle = { driver: "scale", simulator: [] } as const;
  const table = tableOf(cover([{ device: "scale", code: "Weight", provocation: idle }]));

  expect(table).toMatch(/^MISSING {2}scale {2}Weight/);
  expect(table).toContain("1 declared, 1 not provoked");
});
