import { beforeEach, describe, expect, it } from "vitest";
import type { Sql } from "#sync/backend/store/sql.ts";
import { paths } from "#sync/protocol.ts";
import { type Bench, enrol, FakeBrowser, FakeTerminal, openBench } from "./bench.ts";

const binjiang = "330108002";

function codes(open: () => Bench): void {
  it("a terminal that nobody has approved is told to wait", async () => {
    const terminal = new FakeTerminal(open());
    const { deviceCode } = await terminal.requestCode();

    const answer = await terminal.poll(deviceCode);

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: "authorization_pending" });
  });

  it("a terminal that asks too soon is slowed down by five seconds, for good", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const { deviceCode } = await terminal.requestCode();
    await terminal.poll(deviceCode);
    bench.now += 4_999;

    expect((await terminal.poll(deviceCode)).json()).toEqual({ error: "slow_down" });
    bench.now += 9_999;
    expect((await terminal.poll(deviceCode)).json()).toEqual({ error: "slow_down" });
    bench.now += 15_000;
    expect((await terminal.poll(deviceCode)).json()).toEqual({ error: "authorization_pending" });
  });

  it("a code runs out after ten minutes, for the terminal and for the administrator", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const browser = await new FakeBrowser(bench).signIn();
    const { deviceCode, userCode } = await terminal.requestCode();
    bench.now += 600_000;

    const approval = await browser.ask("POST", `/authorizations/${userCode}/approve`, {
      storeId: binjiang,
    });

    expect((await terminal.poll(deviceCode)).json()).toEqual({ error: "expired_token" });
    expect(approval.statusCode).toBe(404);
    expect(approval.json().refusal.code).toBe("enrolment/unknown-code");
  });

  it("a terminal that comes again with its key gets a fresh code; the old is void", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const first = await terminal.requestCode();
    const second = await terminal.requestCode();

    expect(second.userCode).not.toBe(first.userCode);
    expect((await terminal.poll(first.deviceCode)).json()).toEqual({ error: "expired_token" });
    expect((await terminal.poll(second.deviceCode)).json().error).toBe("authorization_pending");
  });
}

function otherHands(open: () => Bench): void {
  it("a device code in other hands is useless", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const thief = new FakeTerminal(bench);
    const { deviceCode } = await terminal.requestCode();
    await thief.requestCode();

    expect((await thief.poll(deviceCode)).json()).toEqual({ error: "expired_token" });
  });

  it("a poll that is not signed by the terminal's key is refused", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const { deviceCode } = await terminal.requestCode();
    const payload = { grant_type: "urn:ietf:params:oauth:grant-type:device_code" };

    const answer = await bench.app.inject({
      method: "POST",
      url: paths.token,
      payload: { ...payload, client_id: "guitai-terminal", device_code: deviceCode },
    });

    expect(answer.statusCode).toBe(401);
    expect(answer.json().refusal.code).toBe("request/bad-signature");
  });
}

function decisions(open: () => Bench): void {
  it("an approved terminal learns where it belongs, as often as it asks", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const browser = await new FakeBrowser(bench).signIn();
    const { deviceCode, userCode } = await terminal.requestCode();
    const typed = userCode.replace("-", "").toLowerCase();

    const approval = await browser.ask("POST", `/authorizations/${typed}/approve`, {
      storeId: binjiang,
    });
    const answer = await terminal.poll(deviceCode);
    const again = await terminal.poll(deviceCode);

    expect(approval.json()).toMatchObject({ storeId: binjiang, tillNumber: "01" });
    expect(answer.statusCode).toBe(200);
    expect(answer.json().registration).toMatchObject({
      merchantId: "haolinju",
      enterpriseName: "好邻居商业（杭州）有限公司",
      storeName: "滨江2号店",
      tillNumber: "01",
      backendKey: bench.context.publicKey,
    });
    expect(again.json()).toEqual(answer.json());
  });

  it("a denied terminal is told so", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const browser = await new FakeBrowser(bench).signIn();
    const { deviceCode, userCode } = await terminal.requestCode();

    await browser.ask("POST", `/authorizations/${userCode}/deny`, {});

    expect((await terminal.poll(deviceCode)).json()).toEqual({ error: "access_denied" });
  });

  it("each till of a store gets the next free number, and keeps it", async () => {
    const bench = open();
    const first = await enrol(bench, binjiang);
    const second = await enrol(bench, binjiang);
    const browser = await new FakeBrowser(bench).signIn();
    const { userCode } = await first.requestCode();
    await browser.ask("POST", `/authorizations/${userCode}/approve`, { storeId: binjiang });

    const { terminals } = (await browser.ask("GET", "/terminals")).json();

    const tillOf = (terminal: FakeTerminal) =>
      terminals.find((row: { terminal: string }) => row.terminal === terminal.thumbprint)
        .tillNumber;
    expect([tillOf(first), tillOf(second)]).toEqual(["01", "02"]);
  });
}

function guesses(open: () => Bench): void {
  it("wrong codes are slow to guess: after five, half a minute, then twice as long", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const { userCode } = await terminal.requestCode();
    const browser = await new FakeBrowser(bench).signIn();
    for (let guess = 0; guess < 5; guess += 1) {
      const answer = await browser.ask("GET", "/authorizations/BBBB-BBBB");
      expect(answer.statusCode).toBe(404);
    }

    const locked = await browser.ask("GET", `/authorizations/${userCode}`);

    expect(locked.statusCode).toBe(429);
    expect(locked.json().refusal).toEqual({
      code: "enrolment/too-many-tries",
      params: { seconds: "30" },
    });
    bench.now += 30_000;
    expect((await browser.ask("GET", `/authorizations/${userCode}`)).statusCode).toBe(200);
  });

  it("an approval for a store that does not exist changes nothing", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const { deviceCode, userCode } = await terminal.requestCode();
    const browser = await new FakeBrowser(bench).signIn();

    const answer = await browser.ask("POST", `/authorizations/${userCode}/approve`, {
      storeId: "1",
    });

    expect(answer.json().refusal.code).toBe("enrolment/unknown-store");
    expect((await terminal.poll(deviceCode)).json().error).toBe("authorization_pending");
  });
}

/** Runs on any database that speaks the SQL of the house. */
export function enrolmentContract(database: () => Sql): void {
  describe("enrolment", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await openBench(database());
    });
    codes(() => bench);
    otherHands(() => bench);
    decisions(() => bench);
    guesses(() => bench);
  });
}
