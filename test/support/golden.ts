import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** `npm run golden` writes anew what was expected; a person reads the difference. */
const isUpdating = process.env.GOLDEN_UPDATE === "1";

/** Compares with a file of the repository, given from its root. */
export function expectGolden(path: string, actual: string): void {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  if (isUpdating) writeFileSync(file, actual);

  expect(actual, `${path}: npm run golden, and read the difference`).toBe(
    existsSync(file) ? readFileSync(file, "utf8") : "",
  );
}
