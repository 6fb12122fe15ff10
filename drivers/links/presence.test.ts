import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { watchPresence } from "./presence.ts";

const soon = { timeout: 10_000, interval: 20 };

test("a port that vanishes is told, once", async () => {
  const port = join(freshFolder(), "port");
  writeFileSync(port, "");
  const gone = vi.fn();
  watchPresence(port, gone);

  rmSync(port);

  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(1), soon);
});

test("a name that leads to another device by now is a port that has gone", async () => {
  const folder = freshFolder();
  for (const name of ["one", "two"]) writeFileSync(join(folder, name), "");
  const port = join(folder, "port");
  symlinkSync(join(folder, "one"), port);
  const gone = vi.fn();
  watchPresence(port, gone);

  symlinkSync(join(folder, "two"), `${port}.new`);
  renameSync(`${port}.new`, port);

  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(1), soon);
});
