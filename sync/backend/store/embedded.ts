import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite, type Transaction } from "@electric-sql/pglite";
import { CodedError } from "#state/base/coded-error.ts";
import type { Parameter, Queries, Row, Sql } from "./sql.ts";

/**
 * PGlite has no lock of its own, and two processes on one folder destroy it. SQLite's lock is the
 * kernel's: it goes with the process, also after kill -9, and leaves no stale file to explain.
 */
function lock(folder: string): DatabaseSync {
  const guard = new DatabaseSync(join(folder, "in-use"));
  try {
    guard.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    return guard;
  } catch (cause) {
    guard.close();
    throw new CodedError("backend/data-in-use", {
      what: `Another backend is using the folder ${folder}`,
      fix: "Stop the other backend, or give this one a --data folder of its own.",
      cause,
    });
  }
}

function queriesOf(db: PGlite | Transaction): Queries {
  return {
    async query<R extends Row>(text: string, parameters: readonly Parameter[] = []) {
      return (await db.query<R>(text, [...parameters])).rows;
    },
  };
}

/**
 * PostgreSQL inside this process.
 *
 * @param folder where its files live; `null` keeps everything in memory
 * @throws CodedError `backend/data-in-use`
 */
export async function openEmbedded(folder: string | null): Promise<Sql> {
  if (folder !== null) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const guard = folder === null ? null : lock(folder);
  const db = await PGlite.create(folder === null ? {} : { dataDir: join(folder, "database") });
  return {
    ...queriesOf(db),
    transaction: (work) => db.transaction((tx) => work(queriesOf(tx))),
    async close() {
      await db.close();
      guard?.close();
    },
  };
}
