import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Command } from "commander";
import { CodedError } from "#state/base/coded-error.ts";
import { storedEntry } from "../ledger/stored-entry.ts";
import { type Verdict, verifyLedger } from "../ledger/verify.ts";

/** `guitai ledger …`: reads a ledger through a connection of its own; the till may be running. */
export function registerLedger(program: Command): void {
  const ledger = program.command("ledger").description("look into a terminal's ledger");
  ledger
    .command("verify")
    .description("walk the whole hash chain; exit code 2 and the first bad entry when it is broken")
    .argument("<file>", "the ledger, such as .guitai/shop/terminal/ledger.db")
    .option("--json", "one JSON object instead of sentences")
    .action((file: string, { json }: { json?: boolean }) => {
      const verdict = verifyLedger(existing(file));
      print(json === true ? JSON.stringify(verdict) : sentence(verdict));
      if (verdict.fault !== null) process.exitCode = 2;
    });
  ledger
    .command("tail")
    .description("the last entries, oldest first, as JSON lines")
    .argument("<file>", "the ledger")
    .option("-n, --lines <number>", "how many", "10")
    .action((file: string, { lines }: { lines: string }) => {
      for (const line of lastEntries(existing(file), Number(lines))) print(line);
    });
}

function lastEntries(file: string, count: number): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("SELECT * FROM entry ORDER BY seq DESC LIMIT ?").all(count);
  database.close();
  return rows.reverse().map((row) => {
    const { seq, at, hash, body } = storedEntry(row);
    const fact: unknown = JSON.parse(Buffer.from(body).toString());
    return JSON.stringify({ seq, at: new Date(at).toISOString(), hash, fact });
  });
}

function existing(file: string): string {
  if (existsSync(file)) return file;
  throw new CodedError("ledger/no-such-file", {
    what: `There is no ledger ${file}`,
    fix: "Give the path of a ledger.db, such as .guitai/shop/terminal/ledger.db.",
  });
}

function sentence({ terminal, entries, head, fault }: Verdict): string {
  return fault === null
    ? `${entries} entries of terminal ${terminal} are whole and in order; head ${head}`
    : `BROKEN at entry ${fault.seq}: ${fault.what}. The ${entries} entries before it are whole.`;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
