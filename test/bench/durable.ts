import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.ts";
import type { DurableResult } from "./durable-run.ts";
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
import { type PeerName, peerNames } from "./peers.ts";
import { bytesOfSale, type StoreName, storeNames } from "./stores.ts";

/** How many sales wait for the disk at once: a queue of tills behind one ledger, or a catch-up. */
const queued = 100;
const floor = "append + fdatasync";
const one = "guitai";
const hundred = "guitai, 100 in flight";

/** A settled sale, made durable. */
export async function measureDurable(match: Match): Promise<Measured> {
  const names = storeNames.filter((name) => canPlay(name, match.peers));
  const results = await playRounds({
    ...match,
    names,
    run: (name, round) => runOne(name, round, match),
  });
  const rows = names.map((name) => rowOf(name, results));
  const headings = [
    ...["", "sales/s", "p50 µs", "p99 µs", "× floor", "guitai ÷ it", "100 in flight ÷ it"],
    ...["paced µs", "guitai's wait ÷ its"],
  ];
  const shown = rows.map((row) => [
    row.name,
    ...[row.perSecond, row.p50Us, row.p99Us].map(figure),
    ...[row.timesFloor, row.guitaiTimes, row.hundredTimes].map(times),
    figure(row.pacedUs),
    times(row.guitaiPacedTimes),
  ]);
  const sale = `4 facts, ${bytesOfSale()} bytes of JSON`;
  const title = `Durable sale commit: ${sale}, ${match.rounds} rounds`;
  return {
    name: "durable",
    title,
    text: table(headings, shown),
    rows,
    samples: Object.fromEntries(results),
  };
}

function canPlay(name: StoreName, peers: readonly PeerName[]): boolean {
  const peer = peerNames.find((each) => each === name);
  return peer === undefined || peers.includes(peer);
}

async function runOne(name: StoreName, round: number, match: Match): Promise<DurableResult> {
  const folder = join(match.folder, `${round}-${storeNames.indexOf(name)}`);
  mkdirSync(folder);
  const inFlight = name === hundred ? queued : 1;
  match.say(`round ${round + 1}: ${name}`);
  const result = await runChild<DurableResult>("./durable-run.ts", [
    name,
    folder,
    String(inFlight),
  ]);
  rmSync(folder, { recursive: true });
  return result;
}

function rowOf(name: StoreName, results: Results<StoreName, DurableResult>) {
  const speed = (of: StoreName) => column(results, of, (result) => result.perSecond);
  const paced = (of: StoreName) => column(results, of, (result) => result.pacedUs ?? Number.NaN);
  return {
    name,
    perSecond: median(speed(name)),
    p50Us: median(column(results, name, (result) => result.p50Us)),
    p99Us: median(column(results, name, (result) => result.p99Us)),
    timesFloor: ratio(speed(name), speed(floor)),
    guitaiTimes: ratio(speed(one), speed(name)),
    hundredTimes: ratio(speed(hundred), speed(name)),
    pacedUs: median(paced(name)),
    guitaiPacedTimes: ratio(paced(one), paced(name)),
  };
}
