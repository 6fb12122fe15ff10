import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectGolden } from "#test/support/golden.ts";
import { playTable } from "#test/support/table.ts";

const folder = new URL("tables/", import.meta.url);
const tables = readdirSync(folder)
  .filter((name) => name.endsWith(".table"))
  .sort();

test.each(tables)("%s: each row has the outcome written beside it", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");

  const played = playTable(text);

  expectGolden(`test/state/tables/${name}`, played);
});

test("no table gets lost", () => {
  expect(tables).toHaveLength(9);
});

test("a table with a slip of the pen does not pass", () => {
  expect(() => playTable("@ signed on\nscam 96385074 → nothing")).toThrow("no such input");
  expect(() => playTable("@ nowhere")).toThrow("is none of");
  expect(() => playTable("scan 96385074 → nothing")).toThrow("begins with");
});
