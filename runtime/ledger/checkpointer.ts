import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

/**
 * A worker that moves the write-ahead log into the database once a second. A checkpoint syncs the
 * database file, which on a slow card takes longer than a cashier should wait.
 */
const database = new DatabaseSync(String(workerData));
database.exec(
  "PRAGMA busy_timeout = 5000; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0",
);
const checkpoint = database.prepare("PRAGMA wal_checkpoint(PASSIVE)");

const timer = setInterval(() => checkpoint.get(), 1000);
parentPort?.once("message", () => {
  clearInterval(timer);
  database.close();
  parentPort?.close();
});
