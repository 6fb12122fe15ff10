import type { Edge, PaperRow, Receipt } from "./paper.ts";

/** Older receipts go to the bin; a bench runs for days. */
export const RECEIPTS_MAX = 200;
/** About 40 m of text; whoever prints more without a cut gets the paper torn. */
export const ROWS_MAX = 10_000;

/** A place on the receipt in the printer: what lies above it. */
export interface PaperMark {
  readonly rows: number;
  readonly bytes: number;
}

/** The paper that came out: the receipts so far, and the one still in the printer. */
export class PaperStack {
  /** Of the printable area. */
  readonly widthDots: number;
  #done: Receipt[] = [];
  #rows: PaperRow[] = [];
  #bytes = 0;
  #number = 1;

  constructor(widthDots: number) {
    this.widthDots = widthDots;
  }

  print(row: PaperRow): void {
    this.#rows.push(row);
    if (this.#rows.length >= ROWS_MAX) this.end("torn");
  }

  /** Counts bytes towards the receipt in the printer. */
  count(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Where printing stands. */
  get mark(): PaperMark {
    return { rows: this.#rows.length, bytes: this.#bytes };
  }

  /**
   * Cuts or tears the paper where printing stands, or at a mark further up; answers the receipt, or
   * null when nothing had been printed on it.
   */
  end(edge: Exclude<Edge, "open">, at: PaperMark = this.mark): Receipt | null {
    const rows = Math.min(at.rows, this.#rows.length);
    const bytes = Math.min(at.bytes, this.#bytes);
    if (rows === 0) return null;
    const receipt: Receipt = { ...this.#open(), rows: this.#rows.slice(0, rows), edge, bytes };
    this.#done = [...this.#done, receipt].slice(-RECEIPTS_MAX);
    this.#rows = this.#rows.slice(rows);
    this.#bytes -= bytes;
    this.#number += 1;
    return receipt;
  }

  /** All of them, oldest first; the last may still be in the printer. */
  get receipts(): readonly Receipt[] {
    return this.#rows.length === 0 ? this.#done : [...this.#done, this.#open()];
  }

  /** Rows printed since the last cut. */
  get openRows(): number {
    return this.#rows.length;
  }

  /** Without copying the paper, as a watcher asks for it at each line. */
  get numbers(): readonly number[] {
    const done = this.#done.map((receipt) => receipt.number);
    return this.#rows.length === 0 ? done : [...done, this.#number];
  }

  find(number: number): Receipt | null {
    return this.receipts.find((receipt) => receipt.number === number) ?? null;
  }

  /** The newest number, finished or not; 0 when nothing was ever printed. */
  get newest(): number {
    return this.#rows.length > 0 ? this.#number : this.#number - 1;
  }

  /** Throws away what lies on the counter; what is in the printer stays, and numbers go on. */
  clear(): void {
    this.#done = [];
  }

  #open(): Receipt {
    return {
      number: this.#number,
      widthDots: this.widthDots,
      rows: [...this.#rows],
      edge: "open",
      bytes: this.#bytes,
    };
  }
}
