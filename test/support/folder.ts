import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** A folder of this test's own, gone when it ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guitai-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder for all tests of a file, gone after the last of them. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "guitai-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
