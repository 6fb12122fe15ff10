import { DatabaseSync } from "node:sqlite";
import { CodedError } from "#state/base/coded-error.ts";

const SQLITE_BUSY = 5;

/**
 * Keeps a data folder to one process. An SQLite lock, because the operating system lets go of it
 * however the process ends.
 *
 * @param file created when missing; it holds nothing
 * @returns releases the lock
 * @throws CodedError `host/data-in-use`
 */
export function lockFolder(file: string): () => void {
  const database = new DatabaseSync(file);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw new CodedError("host/data-in-use", {
      what: "Another terminal is running on this data folder",
      fix: "Use the one that runs, or stop it first; two on one ledger would fork it.",
      cause,
    });
  }
  return () => database.close();
}

/** Whether a process holds the lock at this moment; false where there is no such file. */
export function isLocked(file: string): boolean {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { readOnly: true });
  } catch {
    return false;
  }
  try {
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return false;
  } catch (error) {
    return (error as { errcode?: number }).errcode === SQLITE_BUSY;
  } finally {
    database.close();
  }
}
