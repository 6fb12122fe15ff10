import { DatabaseSync } from "node:sqlite";
import { type StoredEntry, storedEntry } from "#runtime/ledger/stored-entry.ts";

/** Every entry of a ledger, read beside the running terminal. */
export function entriesOf(file: string): StoredEntry[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare("SELECT * FROM entry ORDER BY seq").all().map(storedEntry);
  } finally {
    database.close();
  }
}

export function terminalOf(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return String(database.prepare("SELECT terminal FROM owner").get()?.terminal);
  } finally {
    database.close();
  }
}

export const countOf = (file: string, kind: string) =>
  entriesOf(file).filter((entry) => entry.kind === kind).length;
