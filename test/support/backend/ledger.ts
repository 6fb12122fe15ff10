import { beforeEach, describe, expect, it } from "vitest";
import type { Sql } from "#sync/backend/store/sql.ts";
import { acknowledgementText, paths, type WireEntry } from "#sync/protocol.ts";
import { type Bench, chainOf, enrol, FakeBrowser, FakeTerminal, openBench } from "./bench.ts";

const binjiang = "330108002";

const push = (terminal: FakeTerminal, entries: readonly WireEntry[], epoch = 1) =>
  terminal.ask("POST", paths.entries, { terminal: terminal.thumbprint, epoch, entries });

async function keptSeqs({ context }: Bench): Promise<unknown[]> {
  const rows = await context.sql.query("SELECT seq FROM ledger_entry ORDER BY seq");
  return rows.map((row) => row.seq);
}

async function quarantine({ context }: Bench): Promise<unknown[]> {
  return context.sql.query("SELECT seq, reason FROM quarantine ORDER BY seq");
}

function accepting(open: () => Bench): void {
  it("a batch is kept and acknowledged under the backend's signature", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const chain = chainOf(terminal.thumbprint, 7);

    const answer = await push(terminal, chain);

    const { signature, ...ack } = answer.json();
    expect(ack).toEqual({
      terminal: terminal.thumbprint,
      epoch: 1,
      seq: 7,
      hash: chain[6]?.hash,
    });
    const { publicKey } = bench.context;
    expect(FakeTerminal.isSigned(acknowledgementText(ack), signature, publicKey)).toBe(true);
    expect(await keptSeqs(bench)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("a batch sent again gets the same answer and changes nothing", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const browser = await new FakeBrowser(bench).signIn();
    const chain = chainOf(terminal.thumbprint, 6);

    const first = await push(terminal, chain);
    const second = await push(terminal, chain);

    expect(second.json()).toEqual(first.json());
    const { terminals } = (await browser.ask("GET", "/terminals")).json();
    expect(terminals[0]).toMatchObject({
      acknowledgedSeq: 6,
      salesCount: 2,
      salesTotal: 1980,
      quarantined: 0,
    });
  });

  it("batches that arrive at once are taken in turn", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const chain = chainOf(terminal.thumbprint, 20);

    const answers = await Promise.all([push(terminal, chain), push(terminal, chain)]);

    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200]);
    expect((await keptSeqs(bench)).length).toBe(20);
  });
}

function showing(open: () => Bench): void {
  it("entries come out of the workbench as they went in", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const browser = await new FakeBrowser(bench).signIn();
    const chain = chainOf(terminal.thumbprint, 5, "张三买苹果 🍎");
    await push(terminal, chain);

    const answer = await browser.ask("GET", `/terminals/${terminal.thumbprint}/entries?after=3`);

    const expected = chain.slice(3).map((entry) => ({ epoch: 1, ...entry }));
    expect(answer.json().entries).toEqual(expected);
  });
}

function refusing(open: () => Bench): void {
  it("a gap is refused with the head, so that the terminal knows where to go on", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const chain = chainOf(terminal.thumbprint, 9);
    await push(terminal, chain.slice(0, 4));

    const answer = await push(terminal, chain.slice(6));

    expect(answer.statusCode).toBe(409);
    expect(answer.json().refusal).toEqual({
      code: "sync/gap",
      params: { seq: "7", headSeq: "4", headHash: chain[3]?.hash },
    });
  });

  it("a cloned disk is told so, and both histories are kept", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    await push(terminal, chainOf(terminal.thumbprint, 5));
    const other = chainOf(terminal.thumbprint, 8, "the clone");

    const answer = await push(terminal, other);
    const again = await push(terminal, other);

    expect(answer.statusCode).toBe(409);
    expect(answer.json().refusal).toMatchObject({ code: "sync/fork", params: { seq: "1" } });
    expect(again.json()).toEqual(answer.json());
    expect(await keptSeqs(bench)).toEqual([1, 2, 3, 4, 5]);
    expect((await quarantine(bench)).length).toBe(8);
    const trail = await bench.context.sql.query(
      "SELECT what FROM audit_event WHERE what = 'ledger.quarantined'",
    );
    expect(trail.length).toBe(1);
  });
}

function distrusting(open: () => Bench): void {
  it("an entry its hash does not cover is set aside; what came before is kept", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const chain = chainOf(terminal.thumbprint, 4);
    const forged = chain.map((entry) => (entry.seq === 3 ? { ...entry, body: "{}" } : entry));

    const answer = await push(terminal, forged);
    const mended = await push(terminal, chain);

    expect(answer.json().refusal).toMatchObject({
      code: "sync/bad-hash",
      params: { seq: "3", headSeq: "2" },
    });
    expect(await quarantine(bench)).toEqual([{ seq: 3, reason: "bad-hash" }]);
    expect(mended.json()).toMatchObject({ seq: 4 });
  });

  it("a body nobody can read keeps its place, is noted, and blocks nothing", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);

    const answer = await push(terminal, chainOf(terminal.thumbprint, 6, "", 3));

    expect(answer.json()).toMatchObject({ seq: 6 });
    expect(await keptSeqs(bench)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await quarantine(bench)).toEqual([{ seq: 3, reason: "poison" }]);
  });

  it("a terminal cannot write another's ledger", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const victim = await enrol(bench, binjiang);
    const entries = chainOf(victim.thumbprint, 2);

    const answer = await terminal.ask("POST", paths.entries, {
      terminal: victim.thumbprint,
      epoch: 1,
      entries,
    });

    expect(answer.statusCode).toBe(403);
    expect(await keptSeqs(bench)).toEqual([]);
  });
}

/** Runs on any database that speaks the SQL of the house. */
export function ledgerContract(database: () => Sql): void {
  describe("the ledger", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await openBench(database());
    });
    accepting(() => bench);
    showing(() => bench);
    refusing(() => bench);
    distrusting(() => bench);
  });
}
