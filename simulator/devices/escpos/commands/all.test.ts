import { expect, test } from "vitest";
import { tables } from "./all.ts";

test("no command stands in two tables", () => {
  const names = tables.flatMap((table) => Object.keys(table));

  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
