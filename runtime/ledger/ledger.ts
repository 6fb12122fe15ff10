import type { DatabaseSync, StatementSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { CodedError } from "#state/base/coded-error.ts";
import { entryHash } from "#state/chain.ts";
import type { Entry, Fact } from "#state/fact.ts";
import { genesisHash } from "#sync/protocol.ts";
import { syncFolderOf } from "../host/files.ts";
import { DurableMark } from "./durable-mark.ts";
import { logLimitBytes, openDatabase } from "./schema.ts";
import { sha256Hex } from "./sha256.ts";
import { damaged, hexBytes, readEntry, type StoredEntry, storedEntry } from "./stored-entry.ts";

export interface LedgerOptions {
  /** Path of the SQLite file; created when missing. */
  readonly file: string;
  /** RFC 7638 thumbprint of the terminal's key. */
  readonly terminal: string;
  readonly onDurable: (seq: number) => void;
  /** The first failure; the ledger accepts nothing after it. */
  readonly onFailure: (error: CodedError) => void;
}

/**
 * The terminal's append-only, hash-chained record. `append` is synchronous and cheap; durability
 * comes a moment later, through `onDurable`, and nothing may leave the terminal before it.
 */
export class Ledger {
  readonly terminal: string;
  readonly epoch: number;
  readonly #database: DatabaseSync;
  readonly #mark: DurableMark;
  readonly #checkpointer: Worker;
  readonly #insert: StatementSync;
  readonly #range: StatementSync;
  readonly #onFailure: (error: CodedError) => void;
  readonly #checkpoint: StatementSync;
  #head: { seq: number; hash: string };
  /** Completed sales that the backend has not acknowledged, by number. */
  #waitingSales: number[];
  #failure: CodedError | null = null;

  /**
   * @throws CodedError `ledger/wrong-terminal` for another terminal's file, `ledger/damaged` when
   *   its last entry does not match its hash, `ledger/sqlite-too-old`
   */
  constructor(options: LedgerOptions) {
    const { file, terminal } = options;
    this.terminal = terminal;
    this.#onFailure = options.onFailure;
    this.#database = openDatabase(file);
    this.epoch = this.#own(terminal, file);
    this.#insert = this.#database.prepare(
      "INSERT INTO entry (seq, epoch, at, kind, body, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    this.#range = this.#database.prepare("SELECT * FROM entry WHERE seq > ? ORDER BY seq LIMIT ?");
    this.#checkpoint = this.#database.prepare("PRAGMA wal_checkpoint(PASSIVE)");
    this.#head = this.#readHead(file);
    this.#waitingSales = this.#readWaitingSales();
    syncFolderOf(file);
    this.#mark = new DurableMark({
      file: `${file}-wal`,
      seq: this.#head.seq,
      onDurable: options.onDurable,
      onFailure: (cause) => this.#fail(cause),
    });
    this.#checkpointer = new Worker(
      fileURLToPath(import.meta.resolve("#runtime/ledger/checkpointer.ts")),
      {
        workerData: file,
      },
    );
    this.#checkpointer.unref();
    this.#checkpointer.on("error", (cause) => this.#fail(cause));
  }

  /** Number of the last entry; 0 for an empty ledger. */
  get head(): number {
    return this.#head.seq;
  }

  /** Everything up to here survives a pulled plug. */
  get durable(): number {
    return this.#mark.seq;
  }

  /**
   * Appends facts as one group: all of them or none.
   *
   * @param at milliseconds since 1970
   * @param snapshot the state after them, when it is time to keep one
   * @returns their entries
   * @throws CodedError `ledger/append-failed`: the group is in doubt, and the ledger is closed to
   *   further appends; what it holds is told by opening it again
   */
  append(at: number, facts: readonly Fact[], snapshot?: Snapshot): Entry[] {
    if (this.#failure !== null) throw this.#failure;
    const entries: Entry[] = [];
    let head = this.#head;
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      for (const fact of facts) {
        head = this.#write(head, at, fact);
        entries.push({ seq: head.seq, at, fact });
      }
      if (snapshot !== undefined) this.#keep(snapshot, head.seq);
      this.#database.exec("COMMIT");
    } catch (cause) {
      throw this.#fail(cause);
    }
    this.#head = head;
    for (const { seq, fact } of entries) {
      if (fact.type === "sale.completed") this.#waitingSales.push(seq);
    }
    this.#mark.appended(head.seq);
    this.#capLog();
    return entries;
  }

  /**
   * The worker checkpoints once a second, which never finishes while somebody writes without a
   * pause. What it has left over is little, and is done here before the log grows without bound.
   */
  #capLog(): void {
    if (this.#mark.logBytes > logLimitBytes) this.#checkpoint.get();
  }

  #write(head: { seq: number; hash: string }, at: number, fact: Fact) {
    const entry = {
      terminal: this.terminal,
      epoch: this.epoch,
      seq: head.seq + 1,
      at,
      kind: fact.type,
      body: Buffer.from(JSON.stringify(fact)),
      prev: head.hash,
    };
    const hash = entryHash(entry, sha256Hex);
    const { epoch, seq, kind, body, prev } = entry;
    this.#insert.run(seq, epoch, at, kind, body, hexBytes(prev), hexBytes(hash));
    return { seq, hash };
  }

  /** Stored entries after `seq`, in order, at most `limit`. Some may not be durable yet. */
  entries(seq: number, limit: number): StoredEntry[] {
    return this.#range.all(seq, limit).map(storedEntry);
  }

  /**
   * The facts after `seq`, for folding.
   *
   * @throws CodedError `ledger/damaged` for a body that is no fact of ours
   */
  *facts(seq: number): Generator<Entry> {
    for (let after = seq; ; ) {
      const page = this.entries(after, 1000);
      for (const stored of page) yield readEntry(stored);
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  }

  /** How many completed sales are only on this machine, as far as anybody has acknowledged. */
  get waitingSales(): number {
    return this.#waitingSales.length;
  }

  /** The last entry that the backend has acknowledged. */
  get acknowledged(): number {
    return Number(
      this.#database.prepare("SELECT acknowledged FROM cursor").get()?.acknowledged ?? 0,
    );
  }

  set acknowledged(seq: number) {
    this.#database
      .prepare("INSERT INTO cursor VALUES (1, ?1) ON CONFLICT DO UPDATE SET acknowledged = ?1")
      .run(seq);
    this.#waitingSales = this.#readWaitingSales();
  }

  /** The newest kept state of this shape, or null when it must be folded from the start. */
  snapshot(shape: number): { readonly seq: number; readonly state: string } | null {
    const row = this.#database
      .prepare("SELECT seq, state FROM snapshot WHERE shape = ?")
      .get(shape);
    if (row === undefined) return null;
    return { seq: Number(row.seq), state: Buffer.from(row.state as Uint8Array).toString() };
  }

  #keep({ shape, state }: Snapshot, seq: number): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO snapshot VALUES (1, ?, ?, ?)")
      .run(shape, seq, Buffer.from(state));
  }

  /** Keeps a signed document beside the ledger; the fact that adopts it records its hash. */
  keepDocument(name: string, version: number, body: string): void {
    this.#database
      .prepare("INSERT OR REPLACE INTO document VALUES (?, ?, ?)")
      .run(name, version, body);
  }

  document(name: string, version: number): string | null {
    const query = "SELECT body FROM document WHERE name = ? AND version = ?";
    const row = this.#database.prepare(query).get(name, version);
    return row === undefined ? null : String(row.body);
  }

  async close(): Promise<void> {
    this.#mark.close();
    const ended = new Promise((resolve) => this.#checkpointer.once("exit", resolve));
    this.#checkpointer.ref();
    this.#checkpointer.postMessage("close");
    await ended;
    this.#database.close();
  }

  #own(terminal: string, file: string): number {
    // The first write makes the log exist, which the durable mark needs.
    this.#database
      .prepare("INSERT INTO owner VALUES (1, ?, 1) ON CONFLICT DO UPDATE SET epoch = epoch")
      .run(terminal);
    const owner = this.#database.prepare("SELECT terminal, epoch FROM owner").get();
    if (owner?.terminal !== terminal) {
      throw new CodedError("ledger/wrong-terminal", {
        what: `${file} is the ledger of terminal ${owner?.terminal}, not of ${terminal}`,
        fix: "Put this terminal's own identity file back, or give it an empty data folder.",
      });
    }
    return Number(owner.epoch);
  }

  #readHead(file: string): { seq: number; hash: string } {
    const row = this.#database.prepare("SELECT * FROM entry ORDER BY seq DESC LIMIT 1").get();
    if (row === undefined) return { seq: 0, hash: genesisHash };
    const last = storedEntry(row);
    if (entryHash({ ...last, terminal: this.terminal }, sha256Hex) !== last.hash) {
      throw damaged(file, last.seq, "its hash does not match");
    }
    return { seq: last.seq, hash: last.hash };
  }

  #readWaitingSales(): number[] {
    const waiting = "SELECT seq FROM entry WHERE seq > ? AND kind = 'sale.completed' ORDER BY seq";
    return this.#database
      .prepare(waiting)
      .all(this.acknowledged)
      .map(({ seq }) => Number(seq));
  }

  #fail(cause: unknown): CodedError {
    if (this.#failure !== null) return this.#failure;
    this.#failure = new CodedError("ledger/append-failed", {
      what: "The ledger could not be written; the last step is in doubt",
      fix: "Check the disk (space, errors) and start again: the ledger then shows what was kept.",
      cause,
    });
    this.#onFailure(this.#failure);
    return this.#failure;
  }
}

export interface Snapshot {
  /** Grows when the state's shape changes, so that an old snapshot is not misread. */
  readonly shape: number;
  /** JSON. */
  readonly state: string;
}
