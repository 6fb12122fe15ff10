import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { scenarioFile, scenariosIn } from "./files.ts";

test("a folder's scenarios come by name, with their titles; other files are passed over", () => {
  const folder = freshFolder();
  writeFileSync(join(folder, "b.scenario"), "# Second\nopen cover\n");
  writeFileSync(join(folder, "a.scenario"), "open cover\n");
  writeFileSync(join(folder, "notes.txt"), "not one");

  const found = scenariosIn(folder);

  expect(found.map(({ name }) => name)).toEqual(["a.scenario", "b.scenario"]);
  expect(found[1]?.title).toBe("Second");
  expect(scenariosIn(join(folder, "none"))).toEqual([]);
});

test("a file that is not there, and one with a wrong line, are told by their path", () => {
  const folder = freshFolder();
  const path = join(folder, "c.scenario");
  writeFileSync(path, "open cover\nopen door\n");

  expect(() => scenarioFile(join(folder, "none"))).toThrow("none cannot be read");
  expect(() => scenarioFile(path)).toThrow(`${path}:2:`);
});
