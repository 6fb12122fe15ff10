import { DatabaseSync } from "node:sqlite";
import { CodedError } from "#state/base/coded-error.ts";

/**
 * The file a terminal's truth is in. `entry` is append-only: two triggers refuse everything else,
 * so not even our own bug rewrites history. The other tables are conveniences that can be rebuilt.
 */
const schema = `
CREATE TABLE IF NOT EXISTS entry (
  seq INTEGER PRIMARY KEY,
  epoch INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS entry_is_never_changed BEFORE UPDATE ON entry
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER IF NOT EXISTS entry_is_never_removed BEFORE DELETE ON entry
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TABLE IF NOT EXISTS owner (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  terminal TEXT NOT NULL,
  epoch INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  acknowledged INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS snapshot (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  shape INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  state BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS document (
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT;
`;

/** A write-ahead log that grows past this is checkpointed at once, by whoever writes. */
export const logLimitBytes = 4 * 1024 * 1024;

/** Below this, two connections and a checkpoint can corrupt a WAL (sqlite.org/wal.html). */
const oldestSqlite = [3, 51, 3] as const;

/** @throws CodedError `ledger/sqlite-too-old` */
export function assertSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  for (const [index, least] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) {
      throw new CodedError("ledger/sqlite-too-old", {
        what: `This Node brings SQLite ${version}; the ledger needs ${oldestSqlite.join(".")}`,
        fix: "Run `npm ci`, which installs the pinned engine, and start again with `npm start`.",
      });
    }
  }
}

/**
 * `synchronous=NORMAL` writes no sync at commit: the ledger syncs the WAL itself, once a group,
 * off the event loop. Checkpoints are left to the worker for the same reason. A log that was
 * started over is cut to the limit, so that its size tells how much is waiting.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; " +
      `PRAGMA busy_timeout = 5000; PRAGMA journal_size_limit = ${logLimitBytes}`,
  );
  assertSqlite(String(database.prepare("SELECT sqlite_version() AS v").get()?.v));
  database.exec(schema);
  return database;
}
