import { beforeEach, describe, expect, it } from "vitest";
import { configuration } from "#state/configuration.ts";
import { merchantId } from "#sync/backend/demo/merchant.ts";
import type { Sql } from "#sync/backend/store/sql.ts";
import { paths, signInResponse } from "#sync/protocol.ts";
import { type Bench, enrol, FakeBrowser, FakeTerminal, openBench } from "./bench.ts";

const binjiang = "330108002";
const yuhang = "330110003";
const liSi = { staffNo: "1001", pin: "270614" };

async function activateAs(terminal: FakeTerminal, who: typeof liSi, role = "CASHIER") {
  await terminal.ask("POST", paths.signIn, who);
  return terminal.ask("POST", paths.activate, {
    staffNo: who.staffNo,
    enterpriseId: "E001",
    role,
  });
}

function signingIn(open: () => Bench): void {
  it("a cashier signs in and sees their enterprise and their roles here", async () => {
    const terminal = await enrol(open(), binjiang);

    const answer = await terminal.ask("POST", paths.signIn, liSi);

    expect(signInResponse.parse(answer.json())).toEqual({
      staffNo: "1001",
      name: "李四",
      enterprises: [{ id: "E001", name: "好邻居商业（杭州）有限公司", roles: ["CASHIER"] }],
    });
  });

  it("a cashier of another store has no role here", async () => {
    const terminal = await enrol(open(), binjiang);

    const answer = await terminal.ask("POST", paths.signIn, { staffNo: "1002", pin: "508316" });

    expect(answer.json().enterprises[0].roles).toEqual([]);
  });

  it("an unknown number and a wrong PIN are answered alike", async () => {
    const terminal = await enrol(open(), binjiang);

    const wrong = await terminal.ask("POST", paths.signIn, { ...liSi, pin: "270615" });
    const unknown = await terminal.ask("POST", paths.signIn, { staffNo: "7777", pin: "270614" });

    expect(wrong.statusCode).toBe(401);
    expect(wrong.json().refusal.code).toBe("sign-in/wrong-pin");
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
  });
}

function turningAway(open: () => Bench): void {
  it("five wrong PINs lock for 30 s, the next for 60 s; the right one forgives", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const guess = () => terminal.ask("POST", paths.signIn, { ...liSi, pin: "000001" });
    for (let count = 0; count < 5; count += 1) await guess();

    const locked = await terminal.ask("POST", paths.signIn, liSi);
    expect(locked.statusCode).toBe(423);
    expect(locked.json().refusal).toEqual({ code: "sign-in/locked", params: { seconds: "30" } });

    bench.now += 30_000;
    expect((await guess()).statusCode).toBe(401);
    expect((await guess()).json().refusal.params).toEqual({ seconds: "60" });

    bench.now += 60_000;
    expect((await terminal.ask("POST", paths.signIn, liSi)).statusCode).toBe(200);
    expect((await guess()).statusCode).toBe(401);
  });

  it("somebody who left cannot sign in", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    await bench.context.sql.query("UPDATE staff SET status = 'LEFT' WHERE staff_no = '1001'");

    const answer = await terminal.ask("POST", paths.signIn, liSi);

    expect(answer.statusCode).toBe(403);
    expect(answer.json().refusal.code).toBe("activation/left-company");
  });
}

function opening(open: () => Bench): void {
  it("a cashier of the store opens the till, once, and the audit trail says who", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);

    const first = await activateAs(terminal, liSi);
    bench.now += 60_000;
    const again = await activateAs(terminal, liSi);

    expect(first.json()).toEqual({ activatedAt: 1_800_000_000_000 });
    expect(again.json()).toEqual(first.json());
    const trail = await bench.context.sql.query(
      "SELECT actor FROM audit_event WHERE merchant_id = $1 AND what = 'terminal.activated'",
      [merchantId],
    );
    expect(trail).toEqual([{ actor: "1001" }]);
  });

  it("nobody opens the till without having signed in at it", async () => {
    const terminal = await enrol(open(), binjiang);

    const answer = await terminal.ask("POST", paths.activate, {
      staffNo: "1001",
      enterpriseId: "E001",
      role: "CASHIER",
    });

    expect(answer.statusCode).toBe(401);
    expect(answer.json().refusal.code).toBe("sign-in/required");
  });
}

function refusing(open: () => Bench): void {
  it.each([
    ["another store's cashier", { staffNo: "1002", pin: "508316" }, "CASHIER", "no-cashier-role"],
    [
      "a manager who is no cashier",
      { staffNo: "1003", pin: "936152" },
      "STORE_MANAGER",
      "no-cashier-role",
    ],
    ["an administrator", { staffNo: "9001", pin: "820573" }, "NR_ADMIN", "no-cashier-role"],
    ["a cashier in another role", liSi, "STORE_MANAGER", "wrong-role"],
  ])("%s does not open the till", async (_who, person, role, code) => {
    const terminal = await enrol(open(), binjiang);

    const answer = await activateAs(terminal, person, role);

    expect(answer.statusCode).toBe(403);
    expect(answer.json().refusal.code).toBe(`activation/${code}`);
    expect(answer.json().refusal.params.store).toBe("滨江2号店");
  });

  it.each([
    ["UPDATE enterprise SET certification = 'SUBMITTED'", "enterprise-not-certified"],
    ["UPDATE contract SET state = 'SIGNABLE'", "contract-not-signed"],
    ["DELETE FROM contract", "contract-not-signed"],
    ["UPDATE shop SET binding = 'PENDING_REVIEW'", "shop-not-bound"],
    ["UPDATE department SET store_id = NULL WHERE store_id = '330108002'", "store-not-bound"],
  ])("after %s the till does not open and says what is missing", async (statement, code) => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    await bench.context.sql.query(statement);

    const answer = await activateAs(terminal, liSi);

    expect(answer.statusCode).toBe(409);
    expect(answer.json().refusal.code).toBe(`activation/${code}`);
  });

  it("a store under review refuses, and opens once the workbench marks it certified", async () => {
    const bench = open();
    const terminal = await enrol(bench, yuhang);
    const browser = await new FakeBrowser(bench).signIn();
    const qian = { staffNo: "1004", pin: "614927" };

    const refused = await activateAs(terminal, qian);
    await browser.ask("POST", `/stores/${yuhang}/certification`, { state: "certified" });
    const opened = await activateAs(terminal, qian);

    expect(refused.statusCode).toBe(409);
    expect(refused.json().refusal).toMatchObject({
      code: "activation/store-not-certified",
      params: { storeId: yuhang, store: "余杭3号店", state: "pending" },
    });
    expect(opened.statusCode).toBe(200);
  });
}

function configuring(open: () => Bench): void {
  it("the configuration is signed, for this terminal, with this store's people", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);

    const { document, signature } = (await terminal.ask("GET", paths.configuration)).json();

    expect(FakeTerminal.isSigned(document, signature, bench.context.publicKey)).toBe(true);
    const read = configuration.parse(JSON.parse(document));
    expect(read.terminal).toBe(terminal.thumbprint);
    expect(read.version).toBe(1);
    expect(read.staff.map((person) => person.staffNo)).toEqual(["1001", "1003"]);
    expect(read.items.length).toBeGreaterThan(200);
    expect(read.inStoreCodes.map((code) => code.prefix)).toEqual(["21", "22"]);
  });

  it("its version grows with a change, and only then", async () => {
    const bench = open();
    const terminal = await enrol(bench, binjiang);
    const version = async () =>
      JSON.parse((await terminal.ask("GET", paths.configuration)).json().document).version;
    const first = await version();
    const unchanged = await version();
    await bench.context.sql.query("UPDATE staff SET status = 'LEFT' WHERE staff_no = '1003'");

    expect([first, unchanged, await version()]).toEqual([1, 1, 2]);
  });
}

/** Runs on any database that speaks the SQL of the house. */
export function activationContract(database: () => Sql): void {
  describe("activation", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await openBench(database());
    });
    signingIn(() => bench);
    turningAway(() => bench);
    opening(() => bench);
    refusing(() => bench);
    configuring(() => bench);
  });
}
