import { runChild } from "./child.ts";
import { type EncoderName, encoderNames, packageOf, paperColumns } from "./encoders.ts";
import {
  column,
  figure,
  median,
  playRounds,
  type Results,
  ratio,
  table,
  times,
} from "./harness.ts";
import type { Match, Measured } from "./match.ts";
import type { ReceiptResult } from "./receipt-run.ts";

const byHand = "strings + iconv-lite";

/** A Chinese receipt of thirty lines, said in ESC/POS. */
export async function measureReceipt(match: Match): Promise<Measured> {
  const names = encoderNames.filter((name) => {
    const needed = packageOf[name];
    return needed === null || match.peers.includes(needed);
  });
  const run = (name: EncoderName, round: number) => {
    match.say(`round ${round + 1}: ${name}`);
    return runChild<ReceiptResult>("./receipt-run.ts", [name]);
  };
  const results = await playRounds({ ...match, names, run });
  const rows = names.map((name) => rowOf(name, results));
  const shown = rows.map((row) => [
    row.name,
    figure(row.perSecond),
    ...[row.timesByHand, row.guitaiTimes].map(times),
    figure(row.bytes),
    `${row.straight} of ${row.spanning}`,
    figure(row.importMs),
    figure(row.importRssBytes / 2 ** 20),
  ]);
  const headings = [
    ...["", "receipts/s", "× by hand", "guitai ÷ it", "bytes"],
    ...[`rows ${paperColumns} wide`, "import ms", "import MiB"],
  ];
  const title = `30-line Chinese receipt, ${paperColumns} columns, ${match.rounds} rounds`;
  const samples = Object.fromEntries(results);
  return { name: "receipt", title, text: table(headings, shown), rows, samples };
}

function rowOf(name: EncoderName, results: Results<EncoderName, ReceiptResult>) {
  const of = (pick: (result: ReceiptResult) => number) => median(column(results, name, pick));
  const speed = (whose: EncoderName) => column(results, whose, (result) => result.perSecond);
  return {
    name,
    perSecond: median(speed(name)),
    timesByHand: ratio(speed(name), speed(byHand)),
    guitaiTimes: ratio(speed("guitai"), speed(name)),
    bytes: of((result) => result.bytes),
    spanning: of((result) => result.spanning),
    straight: of((result) => result.straight),
    importMs: of((result) => result.importMs),
    importRssBytes: of((result) => result.importRssBytes),
  };
}
