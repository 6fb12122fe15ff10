import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "#state/fact.ts";
import { freshFolder } from "#test/support/folder.ts";
import { LedgerUnderTest } from "#test/support/ledgers.ts";
import { beep, sold } from "#test/support/ledgers-facts.ts";
import { verifyLedger } from "./verify.ts";

async function filled(count: number): Promise<string> {
  const under = new LedgerUnderTest(freshFolder());
  for (let line = 1; line <= count; line += 1) under.ledger.append(1000, [beep(line)]);
  await under.untilDurable();
  await under.close();
  return under.file;
}

test("what was appended is there after opening again, in order and whole", async () => {
  const folder = freshFolder();
  const first = new LedgerUnderTest(folder);
  first.ledger.append(1000, [beep(1), beep(2)]);
  first.ledger.append(2000, [beep(3)]);
  await first.close();

  const { ledger, file } = new LedgerUnderTest(folder);

  expect([...ledger.facts(0)]).toEqual([
    { seq: 1, at: 1000, fact: beep(1) },
    { seq: 2, at: 1000, fact: beep(2) },
    { seq: 3, at: 2000, fact: beep(3) },
  ]);
  expect(ledger.head).toBe(3);
  expect(verifyLedger(file)).toMatchObject({ entries: 3, fault: null });
});

test("nothing is durable before the log was synced, and then the whole group is", async () => {
  const under = new LedgerUnderTest(freshFolder());

  under.ledger.append(1000, [beep(1)]);
  under.ledger.append(1000, [beep(2)]);

  expect(under.ledger.durable).toBe(0);
  await under.untilDurable(2);
  expect(under.ledger.durable).toBe(2);
});

test("a group is kept whole or not at all", async () => {
  const under = new LedgerUnderTest(freshFolder());
  under.ledger.append(1000, [beep(1)]);
  const circular: Record<string, unknown> = { type: "line.voided" };
  circular.self = circular;

  expect(() => under.ledger.append(1000, [beep(2), circular as never])).toThrow(/in doubt/);

  expect(under.failures).toHaveLength(1);
  expect(() => under.ledger.append(1000, [beep(3)])).toThrow(/ledger\/append-failed/);
  await under.close();
  expect(verifyLedger(under.file)).toMatchObject({ entries: 1, fault: null });
});

test("history cannot be changed or removed, not even with SQL", async () => {
  const database = new DatabaseSync(await filled(3));

  expect(() => database.exec("UPDATE entry SET at = 0 WHERE seq = 2")).toThrow(/append-only/);
  expect(() => database.exec("DELETE FROM entry WHERE seq = 3")).toThrow(/append-only/);
  database.close();
});

test("another terminal's ledger is refused", async () => {
  const folder = freshFolder();
  await new LedgerUnderTest(folder).close();

  const other = "A".repeat(43);

  expect(() => new LedgerUnderTest(folder, other)).toThrow(/ledger\/wrong-terminal/);
});

/** Somebody with the disk in hand: the triggers do not stop them, so the chain must tell. */
function tamper(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec("DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed");
  database.exec(sql);
  database.close();
}

test.each([
  [
    "a changed amount",
    "UPDATE entry SET body = CAST(replace(body, '2', '9') AS BLOB) WHERE seq = 2",
    2,
  ],
  ["a changed time", "UPDATE entry SET at = at + 1 WHERE seq = 3", 3],
  ["a changed kind", "UPDATE entry SET kind = 'sale.completed' WHERE seq = 1", 1],
  ["a changed epoch", "UPDATE entry SET epoch = 2 WHERE seq = 4", 4],
  ["an entry cut out", "DELETE FROM entry WHERE seq = 3", 3],
  [
    "two entries swapped",
    "UPDATE entry SET seq = 99 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; " +
      "UPDATE entry SET seq = 3 WHERE seq = 99",
    2,
  ],
  [
    "an entry inserted",
    "UPDATE entry SET seq = -seq WHERE seq > 2; UPDATE entry SET seq = 1 - seq WHERE seq < 0; " +
      "INSERT INTO entry SELECT 3, epoch, at, kind, body, prev, hash FROM entry WHERE seq = 2",
    3,
  ],
])("the verifier names the first bad entry: %s", async (_what, sql, seq) => {
  const file = await filled(5);

  tamper(file, sql);

  expect(verifyLedger(file).fault?.seq).toBe(seq);
});

test("any flipped bit of any hashed column is found at its entry", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom("body", "prev", "hash"),
      fc.nat(),
      async (seq, column, place) => {
        const file = await filled(8);
        const database = new DatabaseSync(file);
        const bytes = Buffer.from(
          database.prepare(`SELECT ${column} AS c FROM entry WHERE seq = ?`).get(seq)
            ?.c as Uint8Array,
        );
        const bit = place % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        database.exec("DROP TRIGGER entry_is_never_changed");
        database.prepare(`UPDATE entry SET ${column} = ? WHERE seq = ?`).run(bytes, seq);
        database.close();

        expect(verifyLedger(file).fault?.seq).toBe(seq);
      },
    ),
    { numRuns: 15 },
  );
});

test("a damaged last entry stops the terminal before it sells on it", async () => {
  const folder = freshFolder();
  const under = new LedgerUnderTest(folder);
  under.ledger.append(1000, [beep(1)]);
  await under.close();
  tamper(under.file, "UPDATE entry SET at = 5 WHERE seq = 1");

  expect(() => new LedgerUnderTest(folder)).toThrow(/ledger\/damaged/);
});

test("the cursor, the snapshot and the documents are kept beside the entries", async () => {
  const folder = freshFolder();
  const under = new LedgerUnderTest(folder);
  under.ledger.append(1000, [beep(1)], { shape: 7, state: '{"a":1}' });
  under.ledger.acknowledged = 1;
  under.ledger.keepDocument("configuration", 3, "{}");
  await under.close();

  const { ledger } = new LedgerUnderTest(folder);

  expect(ledger.acknowledged).toBe(1);
  expect(ledger.snapshot(7)).toEqual({ seq: 1, state: '{"a":1}' });
  expect(ledger.snapshot(8)).toBeNull();
  expect(ledger.document("configuration", 3)).toBe("{}");
  expect(ledger.document("configuration", 2)).toBeNull();
});

test("the log stays small however fast it is written, and nothing is lost by that", async () => {
  const under = new LedgerUnderTest(freshFolder());
  const long = "漫长的名字".repeat(60);
  const fact: Fact = { type: "test.scanned", label: long, name: long };

  for (let group = 0; group < 1500; group += 1) under.ledger.append(1000, [fact, fact, fact, fact]);
  await under.untilDurable();

  expect(statSync(`${under.file}-wal`).size).toBeLessThan(16 * 1024 * 1024);
  expect(verifyLedger(under.file)).toMatchObject({ entries: 6000, fault: null });
});

test("sales wait until they are acknowledged, across a start too", async () => {
  const folder = freshFolder();
  const first = new LedgerUnderTest(folder);
  for (let n = 1; n <= 4; n += 1) first.ledger.append(1000, [sold(n)]);
  first.ledger.acknowledged = 3;
  expect(first.ledger.waitingSales).toBe(1);
  await first.close();

  const { ledger } = new LedgerUnderTest(folder);

  expect(ledger.waitingSales).toBe(1);
  ledger.append(1000, [beep(1), sold(5)]);
  expect(ledger.waitingSales).toBe(2);
  ledger.acknowledged = 6;
  expect(ledger.waitingSales).toBe(0);
});
