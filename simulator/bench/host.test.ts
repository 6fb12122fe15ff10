import { expect, test } from "vitest";
import { fromHex, toHex } from "#test/support/hex.ts";
import { memoryBench } from "./memory-bench.ts";

test("bytes go through the printer and its answers come back on its own port", () => {
  const { printer, scanner } = memoryBench();

  printer.send(fromHex("10 04 01"));

  expect(toHex(printer.heard())).toBe("12");
  expect(scanner.heard()).toHaveLength(0);
});

test("a host that sends more than the printer holds waits, and nothing is lost", () => {
  const { host, printer, clock } = memoryBench({ printer: { receiveBufferBytes: 8 } });

  printer.send(new TextEncoder().encode("one\ntwo\nthree\nfour\nfive\n"));

  expect(printer.isHeld).toBe(true);
  clock.advance(10_000);
  expect(printer.isHeld).toBe(false);
  expect(host.state.receipts.rows).toBe(5);
  expect(host.state.log).toEqual([]);
});

test("paper comes out in the clock's time", () => {
  const { host, printer, clock } = memoryBench({ printer: { linesPerSecond: 10 } });
  printer.send(new TextEncoder().encode("one\ntwo\nthree\n"));

  clock.advance(150);

  expect(host.state.receipts.rows).toBe(2);
  expect(host.state.printer.printing).toBe(true);
});

test("a watcher sees the last state of a turn, once", async () => {
  const { host } = memoryBench();
  const openings: number[] = [];
  host.watch((state) => openings.push(state.drawer.openings));

  host.act("drawer", { kind: "open" });
  host.act("drawer", { kind: "close" });
  host.act("drawer", { kind: "open" });
  await Promise.resolve();

  expect(openings).toEqual([2]);
});

test("the log tells of an unknown command in hex", () => {
  const { host, printer } = memoryBench();

  printer.send(fromHex("1d 7f"));

  expect(host.state.log.map((line) => line.event)).toEqual([
    { kind: "unknown command", device: "printer", bytes: "1d 7f" },
  ]);
});
