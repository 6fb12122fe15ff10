import { expect, test } from "vitest";
import { laws, say } from "./support/laws/laws.ts";
import { readHouse } from "./support/laws/tracked.ts";

const house = readHouse();

test("the house is read, not an empty folder", () => {
  expect(house.map(({ path }) => path)).toContain("state/base/units.ts");
});

test.each(Object.entries(laws))("law %s", (_, law) => {
  const findings = law(house).map(say);

  expect(findings).toEqual([]);
});
