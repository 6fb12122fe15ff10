import { type EncoderName, loadEncoder, spanningRows } from "./encoders.ts";
import { straightRows } from "./paper.ts";
import { receiptOf } from "./sale.ts";

/** One encoder in a process of its own: `node receipt-run.ts <encoder>`. Prints JSON. */

export interface ReceiptResult {
  readonly perSecond: number;
  readonly bytes: number;
  /** Rows that should reach from edge to edge, and those that do. */
  readonly spanning: number;
  readonly straight: number;
  readonly importMs: number;
  readonly importRssBytes: number;
}

const warmUpMs = 150;
const measuredMs = 300;
const receipts = Array.from({ length: 64 }, (_, index) => receiptOf(index + 1));

const [name = ""] = process.argv.slice(2);
const rssBefore = process.memoryUsage.rss();
const importStart = performance.now();
const encode = await loadEncoder(name as EncoderName);
const importMs = performance.now() - importStart;
const importRssBytes = process.memoryUsage.rss() - rssBefore;

function encodeFor(ms: number): number {
  const start = performance.now();
  let count = 0;
  for (;;) {
    for (const receipt of receipts) encode(receipt);
    count += receipts.length;
    const elapsedMs = performance.now() - start;
    if (elapsedMs >= ms) return (count / elapsedMs) * 1000;
  }
}

const sample = receiptOf(3);
const job = encode(sample);
const spanning = spanningRows(sample);
encodeFor(warmUpMs);
const result: ReceiptResult = {
  perSecond: encodeFor(measuredMs),
  bytes: job.length,
  spanning: spanning.length,
  straight: straightRows(job, spanning),
  importMs,
  importRssBytes,
};
process.stdout.write(JSON.stringify(result));
