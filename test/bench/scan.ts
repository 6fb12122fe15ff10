import { runChild } from "./child.ts";
import { column, figure, median, percentile, playRounds, ratio, table, times } from "./harness.ts";
import type { Match, Measured } from "./match.ts";
import type { ReaderName, ScanResult } from "./scan-run.ts";

const driver = "guitai's driver";
const names: readonly ReaderName[] = [
  driver,
  "@serialport/parser-readline",
  "serialport",
  "guitai, at the screen's stream",
  "guitai, painted",
];

/** A scan: its bytes as data, and its way to the cashier's eyes. */
export async function measureScan(match: Match): Promise<Measured> {
  const run = (name: ReaderName, round: number) => {
    match.say(`round ${round + 1}: ${name}`);
    return runChild<ScanResult>("./scan-run.ts", [name]);
  };
  const results = await playRounds({ ...match, names, run });
  const of = (name: ReaderName, pick: (result: ScanResult) => number) =>
    column(results, name, pick);
  const speed = (name: ReaderName) => of(name, ({ perSecond }) => perSecond ?? Number.NaN);
  const wait = (name: ReaderName, share: number) =>
    of(name, ({ waits }) => percentile(waits, share));
  const rows = names.map((name) => ({
    name,
    perSecond: median(speed(name)),
    driverTimes: ratio(speed(driver), speed(name)),
    p50Ms: median(wait(name, 0.5)),
    p99Ms: median(wait(name, 0.99)),
    p50TimesFloor: ratio(wait(name, 0.5), wait("serialport", 0.5)),
  }));
  const shown = rows.map((row) => [
    row.name,
    figure(row.perSecond),
    times(row.driverTimes),
    figure(row.p50Ms),
    figure(row.p99Ms),
    times(row.p50TimesFloor),
  ]);
  const headings = ["", "scans/s", "driver ÷ it", "p50 ms", "p99 ms", "× serialport"];
  const title = `scan of 13 digits, from its bytes to the cashier's eyes, ${match.rounds} rounds`;
  const samples = Object.fromEntries(results);
  return { name: "scan", title, text: table(headings, shown), rows, samples };
}
