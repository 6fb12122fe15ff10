import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { freshFolder } from "#test/support/folder.ts";
import { LedgerUnderTest } from "#test/support/ledgers.ts";
import { verifyLedger } from "./verify.ts";

const script = fileURLToPath(new URL("../../test/support/selling-child.ts", import.meta.url));

/** Lets a process append until it has said `acknowledged` is durable, then kills it. */
async function sellAndDie(file: string, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
  let said = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    const numbers = chunk.toString().split("\n").map(Number);
    said = Math.max(said, ...numbers);
    if (said >= acknowledged) child.kill("SIGKILL");
  });
  await once(child, "close");
  return said;
}

test("kill -9 at any moment loses nothing that was called durable", async () => {
  const folder = freshFolder();
  const file = join(folder, "ledger.db");
  let before = 0;

  for (const more of [1, 40, 7, 333, 90, 2000, 15, 500]) {
    const said = await sellAndDie(file, before + more);

    const { entries, fault } = verifyLedger(file);
    expect(fault).toBeNull();
    expect(entries).toBeGreaterThanOrEqual(said);
    before = entries;
  }
  expect(new LedgerUnderTest(folder).ledger.head).toBe(before);
});
