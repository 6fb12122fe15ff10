import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "#runtime/host/files.ts";
import { freshFolder } from "#test/support/folder.ts";

test("a folder is made with all that is missing above it", () => {
  const folder = join(freshFolder(), "a", "b");

  makeFolder(folder);
  makeFolder(folder);

  expect(existsSync(folder)).toBe(true);
});

test("one that cannot be made is told by its name", () => {
  const file = join(freshFolder(), "file");
  writeFileSync(file, "");

  expect(() => makeFolder(join(file, "data"))).toThrow(
    `The folder ${join(file, "data")} could not be made [host/no-folder]`,
  );
});
