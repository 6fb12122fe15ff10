import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Ledger } from "../../runtime/ledger/ledger.ts";
import { someTerminal } from "../support/ledgers-facts.ts";
import { type CallbackStatement, type Column, loadBetterSqlite3, loadSqlite3 } from "./peers.ts";
import { settledSale } from "./sale.ts";

/** Where a settled sale can be kept so that a pulled plug does not lose it. */
export interface Store {
  /** Resolves, or returns, when sale `n` is durable. */
  commit(n: number): Promise<void> | void;
  close(): Promise<void> | void;
}

export const storeNames = [
  "append + fdatasync",
  "guitai",
  "guitai, 100 in flight",
  "node:sqlite",
  "better-sqlite3",
  "sqlite3",
] as const;
export type StoreName = (typeof storeNames)[number];

/** Sales that exist; then they repeat. So many that no cache in a processor knows them all. */
const distinctSales = 64;
const at = 1_795_516_212_000;

const sales = Array.from({ length: distinctSales }, (_, index) => settledSale(index + 1));
const saleAt = <Item>(all: readonly Item[], n: number): Item => {
  const found = all[n % distinctSales];
  assert(found !== undefined);
  return found;
};

/** A row as the ledger stores it, but for its number: made before the clock runs. */
interface Row {
  readonly kind: string;
  readonly body: Uint8Array;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
}

function rowsOfSales(): readonly (readonly Row[])[] {
  return sales.map((facts) =>
    facts.map((fact) => {
      const body = Buffer.from(JSON.stringify(fact));
      const hash = createHash("sha256").update(body).digest();
      return { kind: fact.type, body, prev: hash, hash };
    }),
  );
}

/** JSON bytes of one settled sale. */
export function bytesOfSale(): number {
  return saleAt(sales, 0).reduce((sum, fact) => sum + Buffer.byteLength(JSON.stringify(fact)), 0);
}

const create = `CREATE TABLE entry (seq INTEGER PRIMARY KEY, epoch INTEGER NOT NULL,
  at INTEGER NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL, prev BLOB NOT NULL,
  hash BLOB NOT NULL) STRICT`;
const insertSql = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)";
const openSql = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${create}`;
/** What `PRAGMA synchronous` answers for FULL. */
const full = 2;

/** The rows of sale `n` under their own numbers: four a sale. */
function columnsOf(rows: readonly Row[], n: number): Column[][] {
  return rows.map(({ kind, body, prev, hash }, index) => {
    return [n * rows.length + index + 1, 1, at, kind, body, prev, hash];
  });
}

/** The floor: nothing that keeps the bytes can do less than write them and wait for the disk. */
function plainFile(folder: string): Store {
  const descriptor = openSync(join(folder, "sales"), "a");
  const bytes = rowsOfSales().map((rows) =>
    Buffer.concat(rows.flatMap(({ body, prev, hash }) => [body, prev, hash])),
  );
  return {
    commit: (n) => {
      writeSync(descriptor, saleAt(bytes, n));
      fdatasyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}

/** The product, all of it: JSON, chain, insert, and the wait for its durable mark. */
function guitai(folder: string): Store {
  const waiting: { readonly seq: number; readonly wake: () => void }[] = [];
  const ledger = new Ledger({
    file: join(folder, "ledger.db"),
    terminal: someTerminal,
    onDurable: (seq) => {
      const later = waiting.findIndex((one) => one.seq > seq);
      for (const { wake } of waiting.splice(0, later === -1 ? waiting.length : later)) wake();
    },
    onFailure: (error) => {
      throw error;
    },
  });
  return {
    commit: (n) => {
      ledger.append(at, saleAt(sales, n));
      const seq = ledger.head;
      return new Promise((wake) => waiting.push({ seq, wake }));
    },
    close: () => ledger.close(),
  };
}

function nodeSqlite(folder: string): Store {
  const rows = rowsOfSales();
  const database = new DatabaseSync(join(folder, "sales.db"));
  database.exec(openSql);
  const [begin, insert, commit] = ["BEGIN IMMEDIATE", insertSql, "COMMIT"].map((sql) =>
    database.prepare(sql),
  );
  assert(begin !== undefined && insert !== undefined && commit !== undefined);
  assert.equal(database.prepare("PRAGMA synchronous").get()?.synchronous, full);
  return {
    commit: (n) => {
      begin.run();
      for (const columns of columnsOf(saleAt(rows, n), n)) insert.run(...columns);
      commit.run();
    },
    close: () => database.close(),
  };
}

function betterSqlite3(folder: string): Store {
  const rows = rowsOfSales();
  const database = new (loadBetterSqlite3())(join(folder, "sales.db"));
  database.exec(openSql);
  const insert = database.prepare(insertSql);
  const group = database.transaction((n) => {
    for (const columns of columnsOf(saleAt(rows, n), n)) insert.run(...columns);
  });
  // Its build lowers WAL to NORMAL at the first statement, unless it was told otherwise.
  assert.equal(database.pragma("synchronous", { simple: true }), full);
  return {
    commit: (n) => group.immediate(n),
    close: () => {
      database.close();
    },
  };
}

async function callbackSqlite3(folder: string): Promise<Store> {
  const rows = rowsOfSales();
  const { Database } = loadSqlite3();
  const database = await new Promise<InstanceType<typeof Database>>((resolve, reject) => {
    const opened = new Database(join(folder, "sales.db"), (error) =>
      error === null ? resolve(opened) : reject(error),
    );
  });
  const done = (start: (callback: (error: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      start((error) => (error === null ? resolve() : reject(error)));
    });
  await done((callback) => database.exec(openSql, callback));
  const prepared = async (sql: string) => {
    const made: CallbackStatement[] = [];
    await done((callback) => made.push(database.prepare(sql, callback)));
    const [statement] = made;
    assert(statement !== undefined);
    return statement;
  };
  const begin = await prepared("BEGIN IMMEDIATE");
  const insert = await prepared(insertSql);
  const commit = await prepared("COMMIT");
  await done((callback) =>
    database.get("PRAGMA synchronous", (error, row) => {
      assert.equal(row.synchronous, full);
      callback(error);
    }),
  );
  const run = (statement: CallbackStatement, columns: readonly Column[]) =>
    done((callback) => statement.run(columns, callback));
  return {
    // Statements that are prepared keep no order among themselves: each waits for its callback.
    commit: async (n) => {
      await run(begin, []);
      for (const columns of columnsOf(saleAt(rows, n), n)) await run(insert, columns);
      await run(commit, []);
    },
    close: async () => {
      for (const statement of [begin, insert, commit]) {
        await done((callback) => statement.finalize(() => callback(null)));
      }
      await done((callback) => database.close(callback));
    },
  };
}

const stores: Record<StoreName, (folder: string) => Store | Promise<Store>> = {
  "append + fdatasync": plainFile,
  guitai,
  "guitai, 100 in flight": guitai,
  "node:sqlite": nodeSqlite,
  "better-sqlite3": betterSqlite3,
  sqlite3: callbackSqlite3,
};

/** Opens a store with a file of its own in `folder`. */
export async function openStore(name: StoreName, folder: string): Promise<Store> {
  return await stores[name](folder);
}
