import { closeSync, fdatasync, fstatSync, openSync } from "node:fs";

/**
 * How a group of commits becomes durable: one asynchronous `fdatasync` of the write-ahead log for
 * all that was appended before it began. While one is under way the next group gathers, so a slow
 * flash card delays answers by one sync and never stalls the counter.
 *
 * The second descriptor is harmless: SQLite keeps its locks on the database file, and the log keeps
 * its inode for as long as it is open.
 */
export class DurableMark {
  readonly #descriptor: number;
  readonly #onDurable: (seq: number) => void;
  readonly #onFailure: (error: Error) => void;
  #appended: number;
  #durable: number;
  #isSyncing = false;
  #isClosed = false;

  constructor(options: {
    /** The `-wal` file; it must exist. */
    readonly file: string;
    /** What is durable already. */
    readonly seq: number;
    readonly onDurable: (seq: number) => void;
    /** Called once; after it nothing more becomes durable. */
    readonly onFailure: (error: Error) => void;
  }) {
    this.#descriptor = openSync(options.file, "r+");
    this.#appended = options.seq;
    this.#durable = options.seq;
    this.#onDurable = options.onDurable;
    this.#onFailure = options.onFailure;
  }

  get seq(): number {
    return this.#durable;
  }

  /** Entries up to `seq` have been committed to the log. */
  appended(seq: number): void {
    this.#appended = seq;
    this.#sync();
  }

  /** How long the log is. */
  get logBytes(): number {
    return fstatSync(this.#descriptor).size;
  }

  close(): void {
    this.#isClosed = true;
    if (!this.#isSyncing) closeSync(this.#descriptor);
  }

  #sync(): void {
    if (this.#isSyncing || this.#isClosed || this.#appended === this.#durable) return;
    this.#isSyncing = true;
    const group = this.#appended;
    fdatasync(this.#descriptor, (error) => {
      this.#isSyncing = false;
      if (this.#isClosed) {
        closeSync(this.#descriptor);
        return;
      }
      if (error !== null) {
        // The kernel may have dropped the pages and called them clean: a second try proves nothing.
        this.#isClosed = true;
        closeSync(this.#descriptor);
        this.#onFailure(error);
        return;
      }
      this.#durable = group;
      this.#onDurable(group);
      this.#sync();
    });
  }
}
