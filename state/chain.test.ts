import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "#test/support/shop.ts";
import { type ChainedEntry, entryHash, hashedBytes } from "./chain.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const entry: ChainedEntry = {
  terminal: "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
  epoch: 1,
  seq: 42,
  at: 1_795_496_709_000,
  kind: "line.voided",
  body: bytes('{"type":"line.voided","lineNo":1}'),
  prev: "0".repeat(64),
};

test("an entry's hash is the SHA-256 of its columns, a line each, and its body", () => {
  const written =
    "guitai-entry-1\nNzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs\n1\n42\n1795496709000\n" +
    `line.voided\n${"0".repeat(64)}\n33\n{"type":"line.voided","lineNo":1}`;

  expect(new TextDecoder().decode(hashedBytes(entry))).toBe(written);
  expect(entryHash(entry, sha256)).toBe(createHash("sha256").update(written, "utf8").digest("hex"));
});

test("the hash of one entry stands for ever: ledgers in the field carry it", () => {
  expect(entryHash(entry, sha256)).toBe(
    "ecccc24070e8290b8cc904b20c232b0954e9b10c65feefdeed7233910b9f48e3",
  );
});

const entries = fc.record({
  terminal: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
  epoch: fc.integer({ min: 1, max: 9 }),
  seq: fc.integer({ min: 1 }),
  at: fc.integer({ min: 0 }),
  kind: fc.constantFrom("line.added", "line.voided", "sale.completed", "device.ready"),
  body: fc.uint8Array({ maxLength: 200 }),
  prev: fc.stringMatching(/^[0-9a-f]{64}$/),
});

test("any change of any column is another hash", () => {
  const columns = fc.constantFrom(...(Object.keys(entry) as (keyof ChainedEntry)[]));
  fc.assert(
    fc.property(entries, entries, columns, (one, other, column) => {
      fc.pre(JSON.stringify(one[column]) !== JSON.stringify(other[column]));
      const changed = { ...one, [column]: other[column] };

      expect(entryHash(changed, sha256)).not.toBe(entryHash(one, sha256));
    }),
  );
});

test("any one bit of a body turned over is another hash", () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(7), (one, position, bit) => {
      fc.pre(one.body.length > 0);
      const body = Uint8Array.from(one.body);
      const at = position % body.length;
      body[at] = (body[at] ?? 0) ^ (1 << bit);

      expect(entryHash({ ...one, body }, sha256)).not.toBe(entryHash(one, sha256));
    }),
  );
});

test("a chain with an entry changed, cut out or swapped breaks at that entry", () => {
  const chain: ChainedEntry[] = [];
  for (let seq = 1; seq <= 5; seq += 1) {
    const last = chain.at(-1);
    const prev = last === undefined ? "0".repeat(64) : entryHash(last, sha256);
    chain.push({ ...entry, seq, prev, body: bytes(`{"lineNo":${seq}}`) });
  }
  const [first, second, third, fourth, fifth] = chain;

  const broken = (all: readonly (ChainedEntry | undefined)[]) =>
    all.findIndex((one, index) => {
      const before = index === 0 ? undefined : all[index - 1];
      return one?.prev !== (before === undefined ? "0".repeat(64) : entryHash(before, sha256));
    });

  expect(broken(chain)).toBe(-1);
  expect(broken([first, { ...entry, ...second, at: 1 }, third, fourth, fifth])).toBe(2);
  expect(broken([first, second, fourth, fifth])).toBe(2);
  expect(broken([first, third, second, fourth, fifth])).toBe(1);
});
