import { join } from "node:path";
import { onTestFinished } from "vitest";
import { Ledger } from "#runtime/ledger/ledger.ts";
import { someTerminal } from "./ledgers-facts.ts";

/** A ledger under test, with a way to wait for its durable mark. */
export class LedgerUnderTest {
  readonly file: string;
  readonly failures: Error[] = [];
  readonly ledger: Ledger;
  readonly #waiting: { readonly seq: number; readonly resolve: () => void }[] = [];
  #isClosed = false;

  constructor(folder: string, terminal = someTerminal) {
    this.file = join(folder, "ledger.db");
    this.ledger = new Ledger({
      file: this.file,
      terminal,
      onDurable: (seq) => this.#wake(seq),
      onFailure: (error) => this.failures.push(error),
    });
    onTestFinished(() => this.close());
  }

  untilDurable(seq = this.ledger.head): Promise<void> {
    if (this.ledger.durable >= seq) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ seq, resolve }));
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.ledger.close();
  }

  #wake(seq: number): void {
    for (const one of this.#waiting.filter((waiting) => waiting.seq <= seq)) one.resolve();
  }
}
