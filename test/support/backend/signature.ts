import { beforeEach, describe, expect, it } from "vitest";
import type { Sql } from "#sync/backend/store/sql.ts";
import { paths, signatureHeaders } from "#sync/protocol.ts";
import { type Bench, enrol, FakeTerminal, openBench } from "./bench.ts";

const binjiang = "330108002";

const get = (bench: Bench, headers: Record<string, string>) =>
  bench.app.inject({ method: "GET", url: paths.configuration, headers });

function proofs(open: () => Bench): void {
  it("a request is taken once; the same one again is a replay", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const headers = terminal.headers("GET", paths.configuration, "");

    const first = await get(bench, headers);
    const second = await get(bench, headers);

    expect(first.statusCode).toBe(200);
    expect(second.statusCode).toBe(401);
    expect(second.json().refusal.code).toBe("request/replayed");
  });

  it("a clock two minutes off is accepted, a millisecond more is told the time", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const sentAt = (at: number) => get(bench, terminal.headers("GET", paths.configuration, "", at));

    const close = await sentAt(bench.now - 120_000);
    const late = await sentAt(bench.now - 120_001);
    const early = await sentAt(bench.now + 120_001);

    expect(close.statusCode).toBe(200);
    expect([late.statusCode, early.statusCode]).toEqual([401, 401]);
    expect(late.json().refusal).toEqual({
      code: "request/stale-clock",
      params: { serverTime: `${bench.now}` },
    });
  });

  it("a replay is still one nine minutes later, and after that the clock refuses it", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const headers = terminal.headers("GET", paths.configuration, "", bench.now + 120_000);
    await get(bench, headers);

    bench.now += 240_000;
    expect((await get(bench, headers)).json().refusal.code).toBe("request/replayed");
    bench.now += 400_000;
    expect((await get(bench, headers)).json().refusal.code).toBe("request/stale-clock");
  });
}

function forgeries(open: () => Bench): void {
  it("a signature covers the path, the body and the identity", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const other = await enrol(bench, binjiang);
    const headers = terminal.headers("GET", paths.activate, "");
    const forged = terminal.headers("GET", paths.configuration, "a body that was not sent");
    const own = terminal.headers("GET", paths.configuration, "");

    const wrongPath = await get(bench, headers);
    const wrongBody = await get(bench, forged);
    const wrongName = await get(bench, { ...own, [signatureHeaders.terminal]: other.thumbprint });

    for (const answer of [wrongPath, wrongBody, wrongName]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json().refusal.code).toBe("request/bad-signature");
    }
  });

  it("a terminal that was never approved gets nothing", async () => {
    const bench = open();
    const stranger = new FakeTerminal(bench);
    await stranger.requestCode();

    const answer = await stranger.ask("GET", paths.configuration);

    expect(answer.statusCode).toBe(401);
    expect(answer.json().refusal).toEqual({
      code: "request/bad-signature",
      params: { reason: "unknown-terminal" },
    });
  });

  it("a body of the wrong shape is named, one that is too large is turned away", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);

    const shapeless = await terminal.ask("POST", paths.signIn, { staffNo: "1001", pin: "12" });
    const large = await terminal.ask("POST", paths.signIn, { staffNo: "x".repeat(70_000) });

    expect(shapeless.statusCode).toBe(400);
    expect(shapeless.json().refusal).toEqual({
      code: "request/malformed",
      params: { field: "pin" },
    });
    expect(large.statusCode).toBe(413);
    expect(large.json().refusal.code).toBe("request/too-large");
  });
}

/** Runs on any database that speaks the SQL of the house. */
export function signatureContract(database: () => Sql): void {
  describe("signed requests", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await openBench(database());
    });
    proofs(() => bench);
    forgeries(() => bench);
  });
}
