import { beforeEach, describe, expect, it } from "vitest";
import type { Sql } from "#sync/backend/store/sql.ts";
import { type Bench, FakeBrowser, FakeTerminal, openBench } from "./bench.ts";

function guarding(open: () => Bench): void {
  const host = "127.0.0.1:8470";

  it("answers only to its own name and only its own pages", async () => {
    const { app } = open();
    const signIn = (headers: Record<string, string>) =>
      app.inject({
        method: "POST",
        url: "/workbench/api/sign-in",
        headers,
        payload: { staffNo: "9001", pin: "820573" },
      });

    const rebound = await signIn({ host: "shop.example:8470", origin: "http://shop.example:8470" });
    const foreign = await signIn({ host, origin: "http://evil.example" });
    const silent = await signIn({ host });
    const own = await signIn({ host, origin: `http://${host}` });

    expect(rebound.statusCode).toBe(421);
    expect(rebound.json().refusal.code).toBe("request/foreign-host");
    expect(foreign.statusCode).toBe(403);
    expect(foreign.json().refusal.code).toBe("request/foreign-origin");
    expect(silent.statusCode).toBe(403);
    expect(own.statusCode).toBe(200);
  });

  it("answers carry the content policy; the cookie is out of scripts' reach", async () => {
    const browser = new FakeBrowser(open());

    const answer = await browser.ask("POST", "/sign-in", { staffNo: "9001", pin: "820573" });

    expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
    expect(answer.headers["set-cookie"]).toContain("HttpOnly; SameSite=Strict");
    expect(answer.json()).toMatchObject({ name: "孙主管" });
  });
}

function sessions(open: () => Bench): void {
  it.each(["/session", "/authorizations", "/terminals", "/stores", "/staff"])(
    "%s is for administrators who have signed in",
    async (path) => {
      const stranger = new FakeBrowser(open());
      const before = await stranger.ask("GET", path);
      await stranger.signIn();
      const after = await stranger.ask("GET", path);
      await stranger.ask("POST", "/sign-out", {});
      const out = await stranger.ask("GET", path);

      expect([before, after, out].map((answer) => answer.statusCode)).toEqual([401, 200, 401]);
    },
  );

  it("a cashier is not let in, with the right PIN", async () => {
    const browser = new FakeBrowser(open());

    const answer = await browser.ask("POST", "/sign-in", { staffNo: "1001", pin: "270614" });

    expect(answer.statusCode).toBe(403);
    expect(answer.json().refusal.code).toBe("sign-in/not-administrator");
  });

  it("a session ends after eight hours, and with the administrator's role", async () => {
    const bench = open();
    const late = await new FakeBrowser(bench).signIn();
    bench.now += 8 * 3_600_000;
    const former = await new FakeBrowser(bench).signIn();
    await bench.context.sql.query("UPDATE staff SET roles = 'CASHIER' WHERE staff_no = '9001'");

    expect((await late.ask("GET", "/session")).statusCode).toBe(401);
    expect((await former.ask("GET", "/session")).statusCode).toBe(401);
  });
}

function showing(open: () => Bench): void {
  it("shows who waits: code, name of the machine and the start of its key", async () => {
    const bench = open();
    const terminal = new FakeTerminal(bench);
    const browser = await new FakeBrowser(bench).signIn();
    const { userCode } = await terminal.requestCode();

    const { authorizations } = (await browser.ask("GET", "/authorizations")).json();

    expect(authorizations).toEqual([
      {
        userCode,
        terminal: terminal.thumbprint,
        fingerprint: terminal.thumbprint.slice(0, 12),
        hostname: "counter-7",
        createdAt: bench.now,
        expiresAt: bench.now + 600_000,
      },
    ]);
  });

  it("shows stores with their certification and people with a masked number", async () => {
    const browser = await new FakeBrowser(open()).signIn();

    const { stores } = (await browser.ask("GET", "/stores")).json();
    const { staff } = (await browser.ask("GET", "/staff")).json();

    expect(
      stores.map((store: { name: string; certification: string }) => [
        store.name,
        store.certification,
      ]),
    ).toEqual([
      ["西溪1号店", "certified"],
      ["滨江2号店", "certified"],
      ["余杭3号店", "pending"],
    ]);
    expect(staff[0]).toMatchObject({ name: "李四", mobile: "138****0001", roles: ["CASHIER"] });
    expect(JSON.stringify(staff)).not.toContain("pinHash");
  });

  it("a path that does not exist and a body that is no JSON are refused as JSON", async () => {
    const { app } = open();

    const missing = await app.inject({ method: "GET", url: "/nothing" });
    const broken = await app.inject({
      method: "POST",
      url: "/device_authorization",
      headers: { "content-type": "application/json" },
      payload: "{",
    });
    const health = await app.inject({ method: "GET", url: "/health" });

    expect(missing.json().refusal.code).toBe("request/not-found");
    expect(broken.json().refusal.code).toBe("request/malformed");
    expect(health.json()).toEqual({ healthy: true });
  });
}

/** Runs on any database that speaks the SQL of the house. */
export function workbenchContract(database: () => Sql): void {
  describe("the workbench's API", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await openBench(database());
    });
    guarding(() => bench);
    sessions(() => bench);
    showing(() => bench);
  });
}
