import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readRack } from "./rack.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rack-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const file = join(folder, "rack.json");
  writeFileSync(file, text);
  return file;
}

test("a shop's own labels come from the file", () => {
  const labels = [{ label: "6901234567892", name: { zh: "水", en: "Water" } }];

  expect(readRack(write(JSON.stringify(labels)))).toEqual(labels);
});

test.each(["{", "{}", "[1]", '[{"label":"1","name":{"zh":"水"}}]'])("%s is refused", (text) => {
  const file = write(text);

  expect(() => readRack(file)).toThrow(expect.objectContaining({ code: "simulator/bad-rack" }));
});
