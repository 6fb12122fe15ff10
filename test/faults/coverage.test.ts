import { expect, test } from "vitest";
import { isProvoked, troubles } from "./coverage.ts";

test.each(troubles.map((trouble) => [trouble.driver, trouble.name, trouble] as const))(
  "%s: %s can be provoked",
  (_driver, _name, trouble) => {
    expect(isProvoked(trouble), trouble.provocation.by).toBe(true);
  },
);
